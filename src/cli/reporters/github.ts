import {placeOf, type Reporter, severityOf} from './reporter.ts'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Workflow commands of GitHub Actions, which become annotations.
 *
 * Note: errors first, since ten of each step are shown.
 */
export function createGithub(): Reporter {
  const lines = {error: '', warning: '', info: ''}
  return {
    file({path, problems}) {
      for (const message of problems) {
        const severity = severityOf(message)
        const {line, column, endLine, endColumn} = placeOf(message)
        const properties = Object.entries({
          file: path,
          line,
          endLine,
          col: column,
          endColumn,
          title: String(message.ruleId)
        })
          .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
          .join(',')
        lines[severity] +=
          `::${commands[severity]} ${properties}::${escapeData(message.reason)}\n`
      }
      return ''
    },
    end: () => lines.error + lines.warning + lines.info
  }
}

/** Escape as the toolkit of GitHub Actions does (`@actions/core`, `command.ts`). */
function escapeData(value: string): string {
  return value
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
