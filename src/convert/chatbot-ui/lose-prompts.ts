import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'

/** Report the saved prompts of an export, which are in no conversation. */
export function losePrompts(
  value: unknown,
  options: Readonly<ImportOptions>
): void {
  const prompts = isPlainObject(value) ? toList(value.prompts) : []
  for (const [index, prompt] of prompts.entries()) {
    const name = isPlainObject(prompt) ? toText(prompt.name) : ''
    const reason = `Cannot keep the saved prompt \`${name}\`: it is in no conversation`
    lose(options, 'hidden-dropped', ['prompts', index], reason)
  }
}
