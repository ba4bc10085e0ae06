import type {VFile} from 'vfile'
import type {Dialect} from './dialects/dialect.ts'
import type {ReadNote} from './dialects/note.ts'
import {readFrontmatter} from './frontmatter/read.ts'
import {type Report, shift} from './problem.ts'
import {scan} from './scan/scan.ts'
import type {FrontmatterSpan} from './text/frontmatter.ts'
import type {ChatConfig} from './tree.ts'

/** The frontmatter of a note, read. */
export interface ReadConfig
  extends Pick<ReadNote, 'yaml' | 'yamlStart' | 'document'> {
  config: ChatConfig
}

/** A note with its turns found and its frontmatter read. */
export interface ReadChat extends ReadNote {
  config: ChatConfig
}

/** Read a note; problems of its frontmatter go to `report`. */
export function readNote(
  value: string,
  dialect: Dialect,
  report?: Report
): ReadChat {
  const note = scan(value, dialect)
  return {...note, ...readConfig(value, note.frontmatter, dialect, report)}
}

/** Read the frontmatter of a note; its problems go to `report`. */
export function readConfig(
  value: string,
  span: FrontmatterSpan | undefined,
  {keys}: Dialect,
  report?: Report
): ReadConfig {
  const yamlStart = span?.yamlStart ?? 0
  const yaml = value.slice(yamlStart, span?.yamlEnd ?? 0)
  const {config, document} = readFrontmatter(
    yaml,
    keys,
    report && (problem => report(shift(problem, yamlStart)))
  )
  return {yaml, yamlStart, config, document}
}

/**
 * Give the text of a file, with its byte order mark, which `String(file)` would
 * drop from bytes.
 *
 * @throws {TypeError} If `file` is neither a string nor a `VFile`.
 */
export function toValue(file: string | VFile): string {
  if (typeof file === 'string') return file
  if (!Array.isArray(file?.messages)) {
    throw new TypeError('Expected `file` to be a string or a `VFile`')
  }
  const value = file.value ?? ''
  if (typeof value === 'string') return value
  if (!ArrayBuffer.isView(value)) {
    throw new TypeError('Expected `file.value` to be a string or bytes')
  }
  // Note: not at the top, since jsdom has none.
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(value)
}
