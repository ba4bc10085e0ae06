import type {KeySchemas} from '../dialects/dialect.ts'
import type {ChatConfig} from '../tree.ts'
import {editYaml} from '../yaml/edit.ts'
import {equalData} from '../yaml/equal-data.ts'
import {normaliseConfig} from './normalise-config.ts'
import {readFrontmatter} from './read.ts'

/**
 * Change the YAML text between the fences so that it says `config`.
 *
 * Comments, order, quotes, and spacing of all that does not change stay.
 * YAML too broken to change is kept as comments above the new text.
 *
 * @throws {TypeError}
 *   If the config is no JSON or does not fit the schema.
 */
export function editFrontmatter(
  value: string,
  config: Readonly<ChatConfig>,
  schemas: KeySchemas,
  lineEnding: string
): string {
  const read = (text: string) => {
    const {config: data, ...rest} = readFrontmatter(text, schemas)
    return {data, ...rest}
  }
  // First as it is: most often nothing changes, and that is cheap to see.
  if (equalData(read(value).data, config)) return value
  const wanted = normaliseConfig(config, schemas)
  return editYaml(value, wanted, lineEnding, read)
}
