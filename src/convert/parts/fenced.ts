// Parts as fenced code: the info string has the language, the kind, and then the
// name and the id of a call or a result.

import type {FenceLine} from '../../text/fence.ts'
import {codes, nextLine, skipSpaces, trimEnd} from '../../text/line.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Part} from '../message.ts'
import {readArguments} from '../read-arguments.ts'
import type {Block} from './block.ts'
import {readJson} from './json.ts'
import {pickPart} from './pick-part.ts'
import {readWord} from './word.ts'

// Note: `[\s\S]`, since `.` stops at U+2028.
const infoExpression =
  /^([^ \t\\]+)([ \t]+)(\\*)(tool-call|tool-result|tool-error|part)(?:[ \t]+([\s\S]*))?$/

/** An info string in its pieces. */
interface Info {
  /** Language and kind, such as `json tool-call`. */
  kind: string
  /** Name and id. */
  words: ReadonlyArray<string | undefined>
  /** JSON after them. */
  meta: unknown
}

/** Read fenced code as a part, if it starts the line at `start`. */
export function readFenced(
  value: string,
  start: number,
  open: FenceLine,
  close: FenceLine
): Block | undefined {
  if (open.marker !== '`' || open.start + open.indent > start) return undefined
  const from = skipSpaces(value, start + open.size)
  const info = value.slice(from, trimEnd(value, from, open.end))
  const match = infoExpression.exec(info)
  if (!match) return undefined
  const [, language = '', space = '', slashes = '', kind, rest = ''] = match
  const said = readInfo(`${language} ${kind}`, rest)
  const part = said && readPart(said, bodyOf(value, open, close))
  return (
    part && {
      start,
      end: close.end,
      mark: from + language.length + space.length,
      slashes: slashes.length,
      part
    }
  )
}

/** Read the words after the kind, and the JSON after those. */
function readInfo(kind: string, rest: string): Info | undefined {
  const brace = rest.indexOf('{')
  const before = brace === -1 ? rest : rest.slice(0, brace)
  const json = brace === -1 ? undefined : readJson(rest.slice(brace))
  if (brace !== -1 && !isPlainObject(json?.value)) return undefined
  const words = before.split(/[ \t]+/).filter(word => word !== '')
  return {kind, words: words.map(readWord), meta: json?.value}
}

/** Take the code between two fences. */
function bodyOf(value: string, open: FenceLine, close: FenceLine): string {
  const start = nextLine(value, open.end)
  if (start >= close.start) return ''
  const last = close.start - 1
  const crlf =
    value.charCodeAt(last) === codes.lineFeed &&
    value.charCodeAt(last - 1) === codes.carriageReturn
  return value.slice(start, crlf ? last - 1 : last)
}

function readPart(info: Info, body: string): Part | undefined {
  const {kind, words, meta} = info
  if (kind === 'markdown part' || kind === 'json part') {
    if (words.length > 0 || meta !== undefined) return undefined
    if (kind === 'markdown part') return {type: 'text', text: body}
    const part = pickPart(readJson(body)?.value)
    return part?.type === 'text' ? undefined : part
  }
  if (words.length === 0 || words.length > 2) return undefined
  const data = readToolPart(kind, body)
  if (!data || (meta !== undefined && data.type !== 'tool-call')) {
    return undefined
  }
  const [name, id] = words
  // Note: a word that is none is `undefined`, which is no name.
  if (words.length === 2 && id === undefined) return undefined
  return pickPart({...data, name, id, meta})
}

/** Read the body of a call or a result. */
function readToolPart(
  kind: string,
  body: string
): Record<string, unknown> | undefined {
  if (kind === 'text tool-call') {
    return {type: 'tool-call', input: readArguments(body).input, raw: body}
  }
  const error = kind.endsWith('tool-error') ? true : undefined
  if (kind === 'text tool-result' || kind === 'text tool-error') {
    return {type: 'tool-result', output: body, error}
  }
  const json = readJson(body)
  if (!json || !kind.startsWith('json ')) return undefined
  return kind === 'json tool-call'
    ? {type: 'tool-call', input: json.value}
    : {type: 'tool-result', output: json.value, error}
}
