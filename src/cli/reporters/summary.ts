import {pluralise} from './pluralise.ts'
import type {Summary} from './reporter.ts'

/** Sum a run up in a few lines for people. */
export function toSummary(summary: Summary): string {
  const {chats, skipped, shown, hidden, fixable} = summary
  const parts = [
    `${pluralise(chats, 'chat')} checked`,
    ...(skipped > 0 ? [`${pluralise(skipped, 'other note')} skipped`] : []),
    ...(['error', 'warning', 'info'] as const).flatMap(severity =>
      shown[severity] > 0 ? [pluralise(shown[severity], severity)] : []
    )
  ]
  if (summary.fixed > 0) parts.push(`${summary.fixed} mended`)
  const total = shown.error + shown.warning + shown.info
  if (total === 0) parts.push('no problems')
  const lines = [`${parts.join(', ')}.`]
  const rules = toRules(summary)
  if (rules !== '') lines.push(rules)
  if (fixable > 0) lines.push(`\`--fix\` mends ${fixable} of them.`)
  const more = hidden.error + hidden.warning + hidden.info
  if (more > 0) {
    lines.push(
      `${pluralise(more, 'more', 'more')} below the level; \`--level info\` shows all.`
    )
  }
  return `${lines.join('\n')}\n`
}

/** List rules by how often they were broken, if there is more than one. */
function toRules({rules}: Summary): string {
  if (rules.size < 2) return ''
  return [...rules]
    .sort(([, a], [, b]) => b - a)
    .map(([ruleId, count]) => `  ${String(count).padStart(6)}  ${ruleId}`)
    .join('\n')
}
