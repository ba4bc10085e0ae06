import {expect, test} from 'vitest'
import {readingRules, rules} from '../../src/dialects/chatgpt-md/rules/index.ts'

test('should list for `parse` the rules that say so', () => {
  const ids = rules.filter(({inParse}) => inParse).map(({ruleId}) => ruleId)
  expect(readingRules.map(({ruleId}) => ruleId)).toEqual(ids)
  expect(readingRules.every(({inParse}) => inParse)).toBe(true)
})
