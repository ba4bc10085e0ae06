import type {Document} from 'yaml'
import type {FrontmatterSpan} from '../text/frontmatter.ts'
import type {Boundary} from './boundary.ts'

/** Where everything is in a note: its start and its turns cover it once. */
export interface Note {
  /** The whole file. */
  value: string
  /** Offset after the byte order mark. */
  from: number
  frontmatter: FrontmatterSpan | undefined
  turns: ReadonlyArray<TurnSpan>
}

/**
 * Offsets of a turn.
 *
 * ```markdown
 *   start
 * > | ### role::user␊
 *   |␊
 *     bodyStart
 * > | Hi␊
 *       bodyEnd
 *   |␊
 *     end
 * ```
 */
export interface TurnSpan {
  start: number
  bodyStart: number
  bodyEnd: number
  end: number
  /** Only the first turn may have none. */
  boundary: Boundary | undefined
}

/** A note with its frontmatter composed, as rules see it. */
export interface ReadNote extends Note {
  /** The YAML of the frontmatter. */
  yaml: string
  /** Offset at which it starts. */
  yamlStart: number
  /** Nodes of the YAML, with offsets in it. */
  document: Document.Parsed
  /** Its data, without wrong values. */
  config: {readonly [key: string]: unknown}
}
