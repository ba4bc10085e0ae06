import type {VFileMessage} from 'vfile-message'
import {fixOf, placeOf, type Reporter, severityOf} from './reporter.ts'
import {type BytePosition, createBytePositions} from './to-byte-position.ts'

const severities = {error: 'ERROR', warning: 'WARNING', info: 'INFO'} as const

const source = {name: 'chatmd', url: 'https://github.com/chatmd/chatmd'}

/** Reviewdog’s Diagnostic Format, as one JSON value; columns count bytes. */
export function createRdjson(): Reporter {
  let count = 0
  return {
    begin: () => `{"source":${JSON.stringify(source)},"diagnostics":[`,
    file({path, value, problems}) {
      if (problems.length === 0) return ''
      const toPosition = createBytePositions(value)
      return problems
        .map(message => toDiagnostic(path, message, toPosition))
        .map(data => `${count++ > 0 ? ',' : ''}\n${JSON.stringify(data)}`)
        .join('')
    },
    end: () => '\n]}\n'
  }
}

function toDiagnostic(
  path: string,
  message: VFileMessage,
  toPosition: (offset: number) => BytePosition
) {
  const {offset = 0, endOffset = offset} = placeOf(message)
  const toRange = (start: number, end: number) => ({
    start: toPosition(start),
    end: toPosition(end)
  })
  return {
    message: message.reason,
    location: {path, range: toRange(offset, endOffset)},
    severity: severities[severityOf(message)],
    code: {value: message.ruleId, url: message.url},
    suggestions: fixOf(message)?.edits.map(({offset, length, content}) => ({
      range: toRange(offset, offset + length),
      text: content
    }))
  }
}
