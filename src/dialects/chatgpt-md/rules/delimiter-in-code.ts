import {findAll} from '../../../text/find-all.ts'
import type {Rule} from '../../rule.ts'
import {encode} from '../escape.ts'
import {delimiter} from '../grammar.ts'

const escaped = /* @__PURE__ */ encode(delimiter)

/** Report delimiters in contents, where ChatGPT MD splits the turn. */
export const delimiterInCode: Rule<'delimiter-in-code'> = {
  ruleId: 'delimiter-in-code',
  severity: 'error',
  find({value, turns}, report) {
    for (const {bodyStart, bodyEnd} of turns) {
      for (const start of findAll(value, delimiter, bodyStart, bodyEnd)) {
        const {length} = delimiter
        report({
          reason: `Unexpected delimiter in content, expected \`${escaped}\`; ChatGPT MD splits the turn here`,
          start,
          end: start + length,
          actual: delimiter,
          expected: [escaped],
          fix: {edits: [{offset: start, length, content: escaped}], safe: true}
        })
      }
    }
  }
}
