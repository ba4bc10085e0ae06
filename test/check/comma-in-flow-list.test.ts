import {expect, test} from 'vitest'
import {checkYaml, type YamlProblem} from '../util/check-yaml.ts'

function check(yaml: string): Array<YamlProblem> {
  return checkYaml(yaml, 'comma-in-flow-list')
}

test('should report each string with a comma', () => {
  const value = `system_commands: ['a, b', c, "d,e"]\n`
  const reason =
    'Unexpected comma in a flow list, expected a block list: ChatGPT MD 2.1 to 2.4 splits the string there'
  expect(check(value)).toEqual([
    {ruleId: 'comma-in-flow-list', reason, start: 18, end: 24},
    {ruleId: 'comma-in-flow-list', reason, start: 29, end: 34}
  ])
})

test.each([
  '',
  "system_commands: ['a', 'b']\n",
  "system_commands:\n  - 'a, b'\n",
  "model: 'a, b'\n",
  'a: [1, {b: c}]\n',
  '- '.repeat(101)
])('should not report %j', value => {
  expect(check(value)).toEqual([])
})
