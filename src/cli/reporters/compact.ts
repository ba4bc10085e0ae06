import {escapeControls} from '../escape-controls.ts'
import {placeOf, type Reporter, severityOf} from './reporter.ts'

/** A line a problem: `note.md:3:1: error: Unexpected … (unknown-role)`. */
export const compact: Reporter = {
  file({path, problems}) {
    return problems
      .map(message => {
        const {line, column} = placeOf(message)
        const {reason, ruleId} = message
        const text = `${path}:${line}:${column}: ${severityOf(message)}: ${reason} (${ruleId})`
        return `${escapeControls(text)}\n`
      })
      .join('')
  }
}
