import {expect, test} from 'vitest'
import {readingRules, rules} from '../../src/dialects/chatgpt-md/rules/index.ts'

test('should list for `parse` the rules that say so', () => {
  expect(readingRules).toEqual(rules.filter(({inParse}) => inParse))
})
