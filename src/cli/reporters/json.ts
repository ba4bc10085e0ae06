import type {VFileMessage} from 'vfile-message'
import {fixOf, placeOf, type Reporter, severityOf} from './reporter.ts'

/** One JSON value: `{version, files: [{path, problems}], summary}`. */
export function createJson(): Reporter {
  let count = 0
  return {
    begin: () => '{"version":1,"files":[',
    file({path, problems}) {
      if (problems.length === 0) return ''
      const value = {path, problems: problems.map(toData)}
      return `${count++ > 0 ? ',' : ''}\n${JSON.stringify(value)}`
    },
    end({rules, ...summary}) {
      const value = {...summary, rules: Object.fromEntries(rules)}
      return `\n],"summary":${JSON.stringify(value)}}\n`
    }
  }
}

function toData(message: VFileMessage) {
  const {reason, ruleId, url, actual, expected} = message
  return {
    ruleId,
    severity: severityOf(message),
    reason,
    ...placeOf(message),
    actual,
    expected,
    url,
    fix: fixOf(message)
  }
}
