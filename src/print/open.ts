// Boundaries are written here: anew, with role and model changed in place, or in
// a form that is seen in more places. What is no part of the change stays.

import {readModel, readRole} from '../scan/boundary.ts'
import {delimiter} from '../scan/delimiter.ts'
import {scanTurns, type TurnSpan} from '../scan/scan.ts'
import type {Turn} from '../types.ts'
import type {Style} from './style.ts'

/**
 * Write the boundary of a turn. A hard one is read as a boundary wherever it
 * stands, also in code.
 *
 * @throws {TypeError} If the format cannot hold the role or the model.
 */
export function formatOpen(turn: Turn, style: Style, hard: boolean): string {
  const {lineEnding, heading, after} = style
  return (
    formatDelimiter(style, hard) +
    heading +
    formatHeader(turn) +
    lineEnding.repeat(after)
  )
}

/**
 * Change role and model in a boundary, all else kept; `undefined` if it cannot
 * be done there.
 *
 * @throws {TypeError} If the format cannot hold the role or the model.
 */
export function spliceOpen(
  open: string,
  turn: Turn,
  style: Style
): string | undefined {
  const boundary = readOpen(open)?.boundary
  if (!boundary) return undefined
  const {delimiter, header, modelLine} = boundary
  if (!header) {
    const {lineEnding, heading, between, after} = style
    // Without a header the boundary is a delimiter, and nothing follows it.
    return (
      open.slice(0, delimiter?.end) +
      lineEnding.repeat(between) +
      heading +
      formatHeader(turn) +
      lineEnding.repeat(after)
    )
  }
  const same = readModel(boundary) === turn.model
  const headerStart = same || !modelLine ? header.start : modelLine.start
  const spliced =
    open.slice(0, headerStart) +
    open.slice(header.start, header.roleStart) +
    (readRole(boundary) === turn.role ? header.role : formatRole(turn.role)) +
    (same ? open.slice(header.roleEnd, header.modelEnd) : formatSpan(turn)) +
    open.slice(header.modelEnd)
  return opens(spliced, turn) ? spliced : undefined
}

/**
 * Make the delimiter of a boundary hard; `undefined` if it does not start with
 * one: it has none, or a fence of its own around it.
 */
export function hardenOpen(open: string): string | undefined {
  const delimiter = readOpen(open)?.boundary?.delimiter
  if (!delimiter || delimiter.start > 0) return undefined
  if (delimiter.hard) return open
  return `${open.slice(0, delimiter.end)} ${open.slice(delimiter.end)}`
}

/**
 * Give a boundary a delimiter that is seen outside of code, its header kept;
 * `undefined` if it is no boundary of this turn.
 */
export function delimitOpen(
  open: string,
  turn: Turn,
  style: Style,
  hard: boolean
): string | undefined {
  const boundary = opens(open, turn) ? readOpen(open)?.boundary : undefined
  const line = boundary?.modelLine ?? boundary?.header
  if (!line) return undefined
  // A fence around the old delimiter goes with it.
  return formatDelimiter(style, hard) + open.slice(line.start)
}

/** Whether `open` is the boundary of a turn with this role and model. */
export function opens(open: string, turn: Turn): boolean {
  const boundary = readOpen(open)?.boundary
  if (!boundary) return false
  return readRole(boundary) === turn.role && readModel(boundary) === turn.model
}

function readOpen(open: string): TurnSpan | undefined {
  const turns = scanTurns(open, 0)
  const [turn] = turns
  const whole = turns.length === 1 && turn?.start === 0
  return whole && turn.bodyStart === turn.bodyEnd ? turn : undefined
}

function formatDelimiter({lineEnding, between}: Style, hard: boolean): string {
  return delimiter + (hard ? ' ' : '') + lineEnding.repeat(between)
}

function formatHeader(turn: Turn): string {
  return `role::${formatRole(turn.role)}${formatSpan(turn)}`
}

function formatRole(role: string): string {
  if (/^[a-z][a-z\d_-]*$/.test(role)) return role
  throw new TypeError(
    `Cannot write role \`${role}\`, expected a lower case letter and then lower case letters, digits, \`-\`, or \`_\``
  )
}

function formatSpan({model}: Turn): string {
  if (model === undefined) return ''
  for (const part of ['\n', '\r', ')</span>', delimiter]) {
    if (!model.includes(part)) continue
    throw new TypeError(
      `Cannot write model \`${model}\`, expected it without ${JSON.stringify(part)}`
    )
  }
  return `<span style="font-size: small;"> (${model})</span>`
}
