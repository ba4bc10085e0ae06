import type {VFileMessage} from 'vfile-message'
import {escapeControls} from '../escape-controls.ts'
import {drawFrame} from './frame.ts'
import {
  type Checked,
  fixOf,
  placeOf,
  type Reporter,
  severityOf
} from './reporter.ts'
import {toSummary} from './summary.ts'

/** Options of the report for people. */
export interface PrettyOptions {
  /** Whether to color it. */
  color: boolean
  /** Width of the terminal, in columns. */
  columns: number
}

const colors = {error: 31, warning: 33, info: 36} as const

/** A report for people: each problem with its line, its fix and its page. */
export function createPretty({color, columns}: PrettyOptions): Reporter {
  const paint = (code: number, text: string) =>
    color ? `\u001b[${code}m${text}\u001b[39m` : text
  const dim = (text: string) => (color ? `\u001b[2m${text}\u001b[22m` : text)
  return {
    file: ({path, value, problems}: Checked) =>
      problems
        .map(message => {
          const {line, column} = placeOf(message)
          const severity = severityOf(message)
          const at = `${escapeControls(path)}:${line}:${column}`
          const label = paint(colors[severity], severity)
          const reason = escapeControls(message.reason)
          const head = `${at} ${label} ${reason} ${dim(String(message.ruleId))}\n`
          const frame = toFrame(message, value, columns, text =>
            paint(colors[severity], text)
          )
          return `${head}${frame}${dim(toNotes(message))}\n`
        })
        .join(''),
    summarises: true,
    end: toSummary
  }
}

function toFrame(
  message: VFileMessage,
  value: string,
  columns: number,
  paint: (text: string) => string
): string {
  const {line, offset, endOffset} = placeOf(message)
  if (offset === undefined) return ''
  const gutter = `  ${line} | `
  const width = Math.max(columns - gutter.length, 20)
  const frame = drawFrame(value, offset, endOffset ?? offset, width)
  const blank = `${' '.repeat(gutter.length - 2)}| `
  return `${gutter}${frame.line}\n${blank}${paint(frame.carets)}\n`
}

function toNotes(message: VFileMessage): string {
  const fix = fixOf(message)
  const option = fix?.safe ? '--fix' : '--unsafe-fixes'
  const mends = fix ? `  \`${option}\` mends this\n` : ''
  const page = message.url === undefined ? '' : `  ${message.url}\n`
  return mends + page
}
