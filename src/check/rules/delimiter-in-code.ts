import {delimiter} from '../../scan/delimiter.ts'
import {findAll} from '../find-all.ts'
import type {Rule} from '../rule.ts'

const escaped = delimiter.replace(' ', '  ')

/** Report delimiters in contents, where ChatGPT MD splits the turn. */
export const delimiterInCode: Rule = ({value, note}, report) => {
  for (const {bodyStart, bodyEnd} of note.turns) {
    for (const start of findAll(value, delimiter, bodyStart, bodyEnd)) {
      report({
        ruleId: 'delimiter-in-code',
        reason: `Unexpected delimiter in content, expected \`${escaped}\`; ChatGPT MD splits the turn here`,
        start,
        end: start + delimiter.length,
        actual: delimiter,
        expected: [escaped]
      })
    }
  }
}
