import {findOwnHeader} from './code.ts'
import type {DelimiterLine} from './delimiter.ts'
import type {FenceLine} from './fence.ts'
import type {HeaderLine, ModelLine} from './header.ts'
import {nextLine} from './line.ts'
import type {Line} from './lines.ts'

/**
 * What opens a turn: a delimiter, a header, or both.
 *
 * ```markdown
 * > | <hr class="__chatgpt_plugin">
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   |
 * > | role::user
 *     ^^^^^^^^^^
 * ```
 */
export interface Boundary {
  /** Offset of its first line. */
  start: number
  /** Offset of the line after it. */
  end: number
  delimiter: DelimiterLine | undefined
  header: HeaderLine | undefined
  /** Line between the two that names the model. */
  modelLine: ModelLine | undefined
  /** Code that is still open where this boundary ends the turn before. */
  openFence: FenceLine | undefined
}

/** Read a boundary on to its header, if it has one; `known` may be that. */
export function toBoundary(
  value: string,
  first: Line,
  delimiter: DelimiterLine,
  last: Line,
  known?: HeaderLine | undefined
): Boundary {
  const own = findOwnHeader(value, last.end, known)
  return {
    start: first.start,
    end: nextLine(value, (own?.header ?? last).end),
    delimiter,
    header: own?.header,
    modelLine: own?.modelLine,
    openFence: undefined
  }
}

/** Make a boundary that is a header alone. */
export function toBareBoundary(value: string, header: HeaderLine): Boundary {
  return {
    start: header.start,
    end: nextLine(value, header.end),
    delimiter: undefined,
    header,
    modelLine: undefined,
    openFence: undefined
  }
}

/** Read whose turn a boundary opens: the user’s without a header. */
export function readRole(boundary: Boundary | undefined): string {
  const role = boundary?.header?.role ?? 'user'
  return hasUpperCase(role) ? role.toLowerCase() : role
}

/** Read which model a boundary names. */
export function readModel(boundary: Boundary | undefined): string | undefined {
  return boundary?.header?.model ?? boundary?.modelLine?.model
}

/** Note: `toLowerCase` is slower by far, also where it has nothing to do. */
function hasUpperCase(role: string): boolean {
  for (let index = 0; index < role.length; index++) {
    const code = role.charCodeAt(index)
    if (code >= 65 && code <= 90) return true
  }
  return false
}
