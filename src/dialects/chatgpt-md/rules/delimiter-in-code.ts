import {offer} from '../../../problem.ts'
import {findAll} from '../../../text/find-all.ts'
import type {Rule} from '../../rule.ts'
import {encode} from '../escape.ts'
import {delimiters} from '../grammar.ts'

/** Report delimiters in contents, where ChatGPT MD splits the turn. */
export const delimiterInCode: Rule<'delimiter-in-code'> = {
  ruleId: 'delimiter-in-code',
  severity: 'error',
  find({value, turns}, report) {
    for (const delimiter of delimiters) {
      const {length} = delimiter
      const content = encode(delimiter)
      for (const {bodyStart, bodyEnd} of turns) {
        for (const start of findAll(value, delimiter, bodyStart, bodyEnd)) {
          report({
            reason: `Unexpected delimiter in content, expected \`${content}\`, with one more space: ChatGPT MD ends the turn here`,
            actual: delimiter,
            ...offer(start, start + length, content, true)
          })
        }
      }
    }
  }
}
