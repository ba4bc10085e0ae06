// Reasoning as a callout of Obsidian that is folded, every line quoted, with
// JSON in a comment on its first line.

import {codes, lineEnd, nextLine, trimEnd} from '../../text/line.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {ReasoningPart} from '../message.ts'
import type {Block} from './block.ts'
import {readJson, toEscape, writeJson} from './json.ts'

const title = /> ?\[!(\\*)reasoning\][-+]?/y
const comment = {open: '<!--', close: '-->'} as const

/** Read the callout that starts at `start`. */
export function readReasoning(value: string, start: number): Block | undefined {
  title.lastIndex = start
  const match = title.exec(value)
  if (!match) return undefined
  const [{length}, slashes = ''] = match
  const firstEnd = lineEnd(value, start + length)
  const meta = readMeta(value.slice(start + length, firstEnd))
  if (!meta) return undefined
  const {text, end} = readQuote(value, firstEnd)
  return {
    start,
    end,
    mark: start + match[0].indexOf('!') + 1,
    slashes: slashes.length,
    part: {type: 'reasoning', text, ...meta}
  }
}

function readMeta(rest: string): Pick<ReasoningPart, 'meta'> | undefined {
  const value = rest.slice(/^[ \t]*/.exec(rest)?.[0].length)
  const said = value.slice(0, trimEnd(value, 0, value.length))
  if (said === '') return {}
  if (!said.startsWith(comment.open) || !said.endsWith(comment.close)) {
    return undefined
  }
  const json = said.slice(comment.open.length, -comment.close.length)
  const meta = readJson(json)?.value
  return isPlainObject(meta) ? {meta} : undefined
}

/** Read the quoted lines after the first. */
function readQuote(
  value: string,
  firstEnd: number
): {text: string; end: number} {
  let text = ''
  let end = firstEnd
  for (let at = nextLine(value, end); isQuoted(value, at); ) {
    // Note: the line ending of the first line is no part of the text.
    const lineEnding = end === firstEnd ? '' : value.slice(end, at)
    const from = value.charCodeAt(at + 1) === codes.space ? at + 2 : at + 1
    end = lineEnd(value, at)
    text += lineEnding + value.slice(Math.min(from, end), end)
    at = nextLine(value, end)
  }
  return {text, end}
}

function isQuoted(value: string, at: number): boolean {
  return value.charCodeAt(at) === codes.greaterThan
}

/** Write reasoning as a callout. */
export function writeReasoning({text, meta}: ReasoningPart): string {
  const first = `> [!reasoning]-${meta ? ` ${writeComment(meta)}` : ''}`
  if (text === '') return first
  const lines = text.split('\n').map(line => {
    // Note: no space that a formatter would take off.
    return line === '' || line === '\r' ? `>${line}` : `> ${line}`
  })
  return [first, ...lines].join('\n')
}

function writeComment(meta: object): string {
  const json = writeJson(meta).replace(/[<>]/g, toEscape)
  return `${comment.open} ${json} ${comment.close}`
}
