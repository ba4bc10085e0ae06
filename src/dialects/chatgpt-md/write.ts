// Boundaries are written here: as new ones, with their data changed in place, or
// in a form that is seen in more places. All other text of a boundary stays.

import {countLineEndings} from '../../text/line.ts'
import type {Boundary, Speaker} from '../boundary.ts'
import type {Style} from '../dialect.ts'
import {
  style as defaults,
  delimiter,
  delimiters,
  modelSpan,
  pluginRoles,
  roleMarker
} from './grammar.ts'
import type {HeaderLine} from './header.ts'
import {writeMeta} from './meta.ts'
import {delimiterOf, headerOf, readSpeaker} from './read.ts'

/** Write a boundary. */
export function writeBoundary(speaker: Speaker, style: Style): string {
  const {lineEnding, between, after} = style
  return (
    delimiter +
    lineEnding.repeat(between) +
    writeHeader(speaker, style) +
    lineEnding.repeat(after)
  )
}

/** Change whose turn a boundary opens, all else kept. */
export function changeBoundary(
  open: string,
  boundary: Boundary,
  speaker: Speaker,
  style: Style
): string | undefined {
  const header = headerOf(boundary)
  if (header) return changeHeader(open, boundary, header, speaker)
  const {lineEnding, between, after} = style
  // Without a header the boundary is a delimiter, and nothing follows it.
  return (
    open.slice(0, delimiterOf(boundary)?.end) +
    lineEnding.repeat(between) +
    writeHeader(speaker, style) +
    lineEnding.repeat(after)
  )
}

function changeHeader(
  open: string,
  boundary: Boundary,
  header: HeaderLine,
  speaker: Speaker
): string | undefined {
  const {lines} = boundary
  const now = readSpeaker(lines)
  const isSameModel = now.model === speaker.model
  // A model on a line of its own goes with its line.
  const first = lines[lines.length - 2]
  const start = isSameModel || lines.length < 3 ? header.start : first?.start
  const line =
    open.slice(header.start, header.roleStart) +
    (now.role === speaker.role
      ? open.slice(header.roleStart, header.roleEnd)
      : writeRole(speaker.role)) +
    (isSameModel
      ? open.slice(header.roleEnd, header.modelEnd)
      : writeModel(speaker)) +
    changeMeta(open, header, now, speaker)
  if (!isSameModel && isAmbiguous(line, speaker)) return undefined
  return open.slice(0, start) + line + open.slice(header.end)
}

/** Text and meta after the model. */
function changeMeta(
  open: string,
  header: HeaderLine,
  now: Speaker,
  {meta}: Speaker
): string {
  const {modelEnd, textStart, textEnd, metaStart, metaEnd, end} = header
  const old = now.meta && writeMeta(now.meta)
  const written = meta && writeMeta(meta)
  if (old === written) return open.slice(modelEnd, end)
  const stop = textEnd > textStart ? textEnd : modelEnd
  const before = open.slice(modelEnd, stop)
  if (written === undefined) return before
  const glue = old === undefined ? '' : open.slice(stop, metaStart)
  return before + (glue || ' ') + written + open.slice(metaEnd, end)
}

/** Write a boundary so that it is seen in more places. */
export function strengthen(
  open: string,
  {lines, fenced}: Boundary,
  {lineEnding, between}: Style
): string | undefined {
  const [first, second] = lines
  const mark = delimiterOf({lines} as Boundary)
  if (!mark || fenced) {
    // A fence around the delimiter goes with it.
    const line = mark ? second : first
    return delimiter + lineEnding.repeat(between) + open.slice(line?.start)
  }
  if (mark.opens === 'hard') return undefined
  return `${open.slice(0, mark.end)} ${open.slice(mark.end)}`
}

/** Read how a boundary is written: one without a header is no model. */
export function readStyle(
  open: string,
  boundary: Boundary
): Partial<Style> | undefined {
  const header = headerOf(boundary)
  if (!header) return undefined
  const mark = delimiterOf(boundary)
  const sequence = /#+/.exec(open.slice(header.start, header.roleStart))
  const between = mark
    ? countLineEndings(open.slice(mark.end, header.start))
    : defaults.between
  return {
    heading: sequence ? `${sequence[0]} ` : '',
    between,
    after: countLineEndings(open.slice(header.end))
  }
}

function writeHeader(speaker: Speaker, {heading, lineEnding}: Style): string {
  const start = `${heading}${roleMarker}${writeRole(speaker.role)}`
  const model = writeModel(speaker)
  const meta = speaker.meta ? ` ${writeMeta(speaker.meta)}` : ''
  const line = start + model + meta
  return isAmbiguous(line, speaker) ? model + lineEnding + start + meta : line
}

/**
 * Whether ChatGPT MD takes a header for another role’s, since the name of that
 * is in the model. It drops a line before the header, so a model can stand there.
 */
function isAmbiguous(line: string, {role}: Speaker): boolean {
  const text = line.toLowerCase()
  const read = pluginRoles.find(name => text.includes(name))
  return read !== role && pluginRoles.some(name => name === role)
}

function writeRole(role: string): string {
  if (/^[a-z][a-z\d_-]*$/.test(role)) return role
  throw new TypeError(
    `Cannot write role \`${role}\`, expected a lower case letter and then lower case letters, digits, \`-\`, or \`_\``
  )
}

function writeModel({model}: Speaker): string {
  if (model === undefined) return ''
  for (const part of ['\n', '\r', modelSpan.close, ...delimiters, roleMarker]) {
    if (!model.includes(part)) continue
    throw new TypeError(
      `Cannot write model \`${model}\`, expected it without ${JSON.stringify(part)}`
    )
  }
  return modelSpan.open + model + modelSpan.close
}
