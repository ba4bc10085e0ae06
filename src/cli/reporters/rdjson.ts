import {fixOf, placeOf, type Reporter, severityOf} from './reporter.ts'
import {toLineColumn} from './to-line-column.ts'

const severities = {error: 'ERROR', warning: 'WARNING', info: 'INFO'} as const

/** Reviewdog’s Diagnostic Format, as one JSON value. */
export function createRdjson(): Reporter {
  let count = 0
  return {
    begin: () =>
      '{"source":{"name":"chatmd","url":"https://github.com/chatmd/chatmd"},"diagnostics":[',
    file({path, value, problems}) {
      return problems
        .map(message => {
          const {line, column, endLine, endColumn} = placeOf(message)
          const range = {
            start: {line, column},
            end: {line: endLine, column: endColumn}
          }
          const diagnostic = {
            message: message.reason,
            location: {path, range},
            severity: severities[severityOf(message)],
            code: {value: message.ruleId, url: message.url},
            suggestions: fixOf(message)?.edits.map(edit => ({
              range: {
                start: toLineColumn(value, edit.offset),
                end: toLineColumn(value, edit.offset + edit.length)
              },
              text: edit.content
            }))
          }
          return `${count++ > 0 ? ',' : ''}\n${JSON.stringify(diagnostic)}`
        })
        .join('')
    },
    end: () => '\n]}\n'
  }
}
