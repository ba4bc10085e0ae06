import {check} from 'chatmd'
import {expect, test} from 'vitest'

/** Find the commas in flow lists of frontmatter. */
function find(yaml: string) {
  return check(`---\n${yaml}---\n`).filter(
    ({ruleId}) => ruleId === 'comma-in-flow-list'
  )
}

test('should report each string with a comma', () => {
  const value = `system_commands: ['a, b', c, "d,e"]\n`
  const reason =
    'Unexpected comma in a flow list, expected a block list: ChatGPT MD 2.1 to 2.4 splits the string there'
  expect(find(value)).toMatchObject([
    {reason, place: {start: {line: 2, column: 19}, end: {column: 25}}},
    {reason, place: {start: {line: 2, column: 30}, end: {column: 35}}}
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
  expect(find(value)).toEqual([])
})
