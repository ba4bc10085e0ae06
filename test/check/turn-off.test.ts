import {check} from 'chatmd'
import {describe, expect, test} from 'vitest'

type Options = Parameters<typeof check>[1]

/** Check a note with this YAML, whose turns have an empty one. */
function find(yaml: string, options?: Options): Array<string> {
  const line = '<hr class="__chatgpt_plugin">'
  const turns = `Hi\n\n${line}\n\nrole::assistant\n\n${line}\n\nrole::user\n`
  return check(`---\n${yaml}---\n${turns}`, options).map(
    ({ruleId, line, column, reason}) => `${line}:${column} ${ruleId} ${reason}`
  )
}

const unused =
  'expected no entry, since it turns off no problem here; delete it'

test.each([
  'chatmd: {off: [empty-turn]}\n',
  'chatmd: {off: empty-turn}\n',
  'chatmd:\n  off:\n    - empty-turn\n',
  '{chatmd: {off: [empty-turn]}}\n',
  'chatmd: {off: [empty-turn, invalid-config]}\nn: 0\n',
  'chatmd: {off: [empty-turn, invalid-yaml]}\na: [\n',
  'chatmd: {off: [empty-turn, unused-off, secret-in-config]}\n'
])('should turn rules off as %j says', yaml => {
  expect(find(yaml)).toEqual([])
})

test.each<[string, string]>([
  [
    'chatmd: {off: [empty-turn, unclosed-fence]}\n',
    `2:28 unused-off Unexpected \`unclosed-fence\` in \`chatmd.off\`, ${unused}`
  ],
  [
    'chatmd: {off: [empty-turn, empty-turn]}\n',
    `2:28 unused-off Unexpected \`empty-turn\` in \`chatmd.off\`, ${unused}`
  ],
  [
    "chatmd: {off: [empty-turn, 'no such']}\n",
    "2:28 unused-off Unexpected `'no such'` in `chatmd.off`, expected the name of a rule"
  ],
  [
    'chatmd: {off: [empty-turn, 1]}\n',
    '2:28 unused-off Unexpected `1` in `chatmd.off`, expected the name of a rule'
  ],
  [
    'chatmd: {off: [empty-turn, {a: b}]}\n',
    '2:28 unused-off Unexpected `{a: b}` in `chatmd.off`, expected the name of a rule'
  ]
])('should report the entry without use in %j', (yaml, problem) => {
  expect(find(yaml)).toEqual([problem])
})

test.each([
  '',
  '- chatmd\n',
  'chatmd: true\n',
  'chatmd: {on: [empty-turn]}\n',
  'chatmd: {off: }\n',
  'chatmd: {off: []}\n',
  'chatmd: {off: [null]}\n'
])('should turn nothing off for %j', yaml => {
  const ids = find(yaml, {rules: {'invalid-config': false}})
  expect(ids).toHaveLength(1)
  expect(ids[0]).toContain('empty-turn')
})

describe('options', () => {
  test('should not report rules that are off anyway, or are not for `check`', () => {
    const yaml = 'chatmd: {off: [repeated-role, content-too-deep]}\n'
    const rules = {'empty-turn': false}
    expect(find(yaml, {rules})).toEqual([])
    expect(find('chatmd: {off: [empty-turn]}\n', {rules})).toEqual([])
  })

  test('should not report entries if that is off', () => {
    const yaml = 'chatmd: {off: [empty-turn, x]}\n'
    expect(find(yaml, {rules: {'unused-off': false}})).toEqual([])
  })

  test('should let the severity be chosen', () => {
    const value = '---\nchatmd: {off: [x]}\n---\n'
    expect(check(value)[0]?.fatal).toBe(false)
    const rules = {'unused-off': 'error'} as const
    expect(check(value, {rules})[0]?.fatal).toBe(true)
  })
})
