import {createHash} from 'node:crypto'
import {placeOf, type Reporter, severityOf} from './reporter.ts'

const severities = {error: 'major', warning: 'minor', info: 'info'} as const

/** Report of GitLab’s Code Quality: a JSON array of its issues. */
export function createGitlab(): Reporter {
  let count = 0
  return {
    begin: () => '[',
    file({path, problems}) {
      const seen = new Map<string, number>()
      return problems
        .map(message => {
          const {reason, ruleId} = message
          const {line} = placeOf(message)
          // Note: without the line, so that it is the same after an edit above.
          const key = `${path}\n${ruleId}\n${reason}`
          const time = (seen.get(key) ?? 0) + 1
          seen.set(key, time)
          const value = {
            description: reason,
            check_name: ruleId,
            fingerprint: hash(`${key}\n${time}`),
            severity: severities[severityOf(message)],
            location: {path, lines: {begin: line}}
          }
          return `${count++ > 0 ? ',' : ''}\n${JSON.stringify(value)}`
        })
        .join('')
    },
    end: () => '\n]\n'
  }
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 32)
}
