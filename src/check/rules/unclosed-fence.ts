import type {Rule} from '../rule.ts'

/** Report code that is still open where its turn ends. */
export const unclosedFence: Rule = ({note}, report) => {
  for (const {openFence} of note.turns) {
    if (!openFence) continue
    const {start, end, indent, marker, size} = openFence
    const name = marker === '~' ? 'tildes' : 'backticks'
    report({
      ruleId: 'unclosed-fence',
      reason: `Unexpected end of turn in code, expected a fence of ${size} ${name} to close it`,
      start: start + indent,
      end
    })
  }
}
