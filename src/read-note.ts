import type {VFile} from 'vfile'
import {type Frontmatter, readFrontmatter} from './frontmatter/read.ts'
import type {Problem, Report} from './problem.ts'
import {reportEnvelope} from './report-envelope.ts'
import type {FrontmatterSpan} from './scan/frontmatter.ts'
import {type Note, scan} from './scan/scan.ts'

/** The frontmatter of a note, read. */
export interface ReadYaml {
  frontmatter: Frontmatter
  /** The YAML of the frontmatter. */
  yaml: string
  /** Offset at which it starts. */
  yamlStart: number
}

/** A note with its spans found and its frontmatter read. */
export interface ReadNote extends ReadYaml {
  /** The whole file. */
  value: string
  note: Note
}

/** Read the envelope of a note, with its problems if they are asked for. */
export function readNote(value: string, report?: Report): ReadNote {
  const note = scan(value)
  const read = readYaml(value, note.frontmatter, report)
  if (report) reportEnvelope(value, note, report)
  return {...read, value, note}
}

/** Read the frontmatter of a note, with its problems if they are asked for. */
export function readYaml(
  value: string,
  span: FrontmatterSpan | undefined,
  report?: Report
): ReadYaml {
  const yamlStart = span?.yamlStart ?? 0
  const yaml = value.slice(yamlStart, span?.yamlEnd ?? 0)
  const frontmatter = readFrontmatter(
    yaml,
    report && (problem => report(shift(problem, yamlStart)))
  )
  return {frontmatter, yaml, yamlStart}
}

/** Move a problem of a part of a file that starts at `offset`. */
export function shift(problem: Problem, offset: number): Problem {
  const {cause} = problem
  return {
    ...problem,
    start: problem.start + offset,
    end: problem.end + offset,
    cause: cause && {
      ...cause,
      start: cause.start + offset,
      end: cause.end + offset
    }
  }
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
  // Note: made here, as jsdom has none, and text does not need it.
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(value)
}
