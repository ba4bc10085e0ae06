// In: the text of an answer of Open WebUI, with its thoughts and tools in HTML:
//
// <details type="reasoning" done="true" duration="3">
// <summary>Thought for 3 seconds</summary>
// &gt; Let me see.
// </details>
//
// Out: parts. An element counts where Open WebUI writes it: at the start of the
// text, of a line, or right after another, and not in code. Anything else is text.

import {compact} from '../compact.ts'
import type {Part} from '../message.ts'
import {readArguments} from '../read-arguments.ts'
import type {Details} from './find-details.ts'
import {findDetails} from './find-details.ts'
import {unescapeHtml} from './unescape-html.ts'

/** Read an answer. */
export function readDetails(value: string): Array<Part> {
  const parts: Array<Part> = []
  let from = 0
  for (const details of findDetails(value)) {
    parts.push(...toTexts(value.slice(from, details.start)))
    parts.push(...toParts(details))
    from = details.end
  }
  return [...parts, ...toTexts(value.slice(from))]
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

function toParts(details: Details): Array<Part> {
  return details.kind === 'reasoning'
    ? readReasoning(details)
    : readTool(details)
}

function readReasoning({attributes, body, summary}: Details): Array<Part> {
  const text = unescapeHtml(body)
    .split('\n')
    .map(line => line.replace(/^> ?/, ''))
    .join('\n')
    .trim()
  const duration = Number(attributes.get('duration') ?? Number.NaN)
  const meta = Number.isFinite(duration) ? {duration} : undefined
  if (text === '' && !meta) return toTexts(summary)
  return [{type: 'reasoning', text, ...(meta && {meta})}]
}

function readTool({attributes, body, summary}: Details): Array<Part> {
  const name = attributes.get('name') ?? ''
  const about = compact({id: attributes.get('id') || undefined})
  const result = attributes.get('result') ?? unescapeHtml(body).trim()
  const args = attributes.get('arguments')
  const call: Array<Part> =
    args === undefined
      ? []
      : [{type: 'tool-call', name, ...about, ...readInput(args)}]
  if (result === '') return call.length > 0 ? call : toTexts(summary)
  return [
    ...call,
    {type: 'tool-result', name, ...about, output: readJsonText(result)}
  ]
}

/** Read arguments, which are JSON in a string of JSON. */
function readInput(value: string): {input: unknown; raw?: string} {
  const text = readJsonText(value)
  return typeof text === 'string' ? readArguments(text) : {input: text}
}

function readJsonText(value: string): unknown {
  const {input} = readArguments(value)
  return input
}
