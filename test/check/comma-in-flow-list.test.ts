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
  const harm =
    'expected a list with one item a line: ChatGPT MD 2.1 to 2.4 splits the text at its commas'
  const fix = {
    edits: [
      {
        offset: 20,
        length: 19,
        content: `\n  - 'a, b'\n  - c\n  - "d,e"`
      }
    ],
    safe: true
  }
  expect(find(value)).toMatchObject([
    {
      reason: `Unexpected comma in \`a, b\`, ${harm}`,
      place: {start: {line: 2, column: 19}, end: {column: 25}},
      fix
    },
    {
      reason: `Unexpected comma in \`d,e\`, ${harm}`,
      place: {start: {line: 2, column: 30}, end: {column: 35}}
    }
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

test.each([
  'own: {a: ["b, c"]}\n',
  'own: [["b, c"]]\n',
  '{own: ["b, c"]}\n',
  '- ["b, c"]\n',
  '? own\n: ["b, c"]\n',
  'own: &a ["b, c"]\n',
  'own: [&a "b, c"]\n',
  'own: ["b, c", [d]]\n',
  'own: ["b, c", # d\n  e]\n',
  'own: ["b,\n  c"]\n',
  'own: ["b, c", -]\n',
  'own: ["b, c"]\na: [\n'
])('should have no fix where more would change: %j', yaml => {
  const problems = find(yaml)
  expect(problems).toHaveLength(1)
  expect(problems[0]?.fix).toBeUndefined()
})
