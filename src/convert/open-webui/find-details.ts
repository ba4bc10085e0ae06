import {findCode, isInCode} from '../../text/code.ts'
import {unescapeHtml} from './unescape-html.ts'

/** An element that Open WebUI writes for thoughts or for a tool. */
export interface Details {
  /** Offset of its first character. */
  start: number
  /** Offset after its last. */
  end: number
  /** Its kind. */
  kind: 'reasoning' | 'tool_calls'
  /** Attributes, without their escapes. */
  attributes: Map<string, string>
  /** Text of its summary. */
  summary: string
  /** Text after that, escapes included. */
  body: string
}

const opening = '<details type="'
const closing = '</details>'

/** Find the elements, in order. */
export function findDetails(value: string): Array<Details> {
  const all: Array<Details> = []
  let start = value.indexOf(opening)
  if (start === -1) return all
  const code = findCode(value, 0, value.length)
  while (start !== -1) {
    const before = all[all.length - 1]?.end ?? 0
    const isFirst = start === before || value.charAt(start - 1) === '\n'
    const details =
      isFirst && !isInCode(code, start) ? readDetails(value, start) : undefined
    if (details) all.push(details)
    start = value.indexOf(opening, details?.end ?? start + opening.length)
  }
  return all
}

function readDetails(value: string, start: number): Details | undefined {
  const attributes = new Map<string, string>()
  const attribute = /\s+([\w-]+)="([^"]*)"/y
  attribute.lastIndex = start + '<details'.length
  let open = attribute.lastIndex
  for (
    let match = attribute.exec(value);
    match;
    match = attribute.exec(value)
  ) {
    const [, name = '', text = ''] = match
    attributes.set(name, unescapeHtml(text))
    open = attribute.lastIndex
  }
  const kind = attributes.get('type')
  const close = value.indexOf(closing, open)
  if (kind !== 'reasoning' && kind !== 'tool_calls') return undefined
  if (value.charAt(open) !== '>' || close === -1) return undefined
  const inner = value.slice(open + 1, close)
  const [, summary = '', body = inner] =
    /^\s*<summary>([^<]*)<\/summary>([\s\S]*)$/.exec(inner) ?? []
  return {
    start,
    end: close + closing.length,
    kind,
    attributes,
    summary: unescapeHtml(summary),
    body
  }
}
