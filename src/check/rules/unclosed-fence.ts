import type {Rule} from '../rule.ts'

/** Report code that is still open where its turn ends. */
export const unclosedFence: Rule = ({note}, report) => {
  for (const {openFence} of note.turns) {
    if (!openFence) continue
    const {start, end, indent, marker, size} = openFence
    const fence = marker.repeat(Math.min(size, 20))
    report({
      ruleId: 'unclosed-fence',
      reason: `Unexpected end of turn in code, expected \`${fence}\` to close it`,
      start: start + indent,
      end
    })
  }
}
