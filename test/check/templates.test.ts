import {check} from 'chatmd'
import {expect, test} from 'vitest'

/** Find the problems of frontmatter, with their severity. */
function find(yaml: string, rules = {}) {
  return check(`---\n${yaml}\n---\n`, {rules}).map(
    ({ruleId, fatal}) =>
      `${ruleId} ${fatal === undefined ? 'info' : fatal ? 'error' : 'warning'}`
  )
}

test.each([
  ['temperature: {{temperature}}', ['invalid-config info']],
  ['title: {{title}}', ['invalid-config info']],
  ['max_tokens: <% tp.user.tokens() %>', ['invalid-config info']],
  ['stop: [a, {{b}}]', ['invalid-config info']],
  ['date: {{date}} {{time}}', ['invalid-yaml info']],
  ['{{date}}: <% a %>', []],
  ['{{settings}}', []],
  ['<% tp.file.include("[[Chat]]") %>', ['invalid-config info']],
  [
    '<%*\nif (a) {\n-%>\nmodel: a\n<%* } %>',
    ['invalid-yaml info', 'invalid-yaml info']
  ],
  ['title: {{a', ['invalid-yaml error']],
  ['title: <% a: b', ['invalid-yaml error']],
  ['model: m\ntitle: {{a}} {{b}}', ['invalid-yaml info']],
  ['title: {{a}} {{b}}\nstop: [a', ['invalid-yaml info', 'invalid-yaml error']],
  ['title: {{title}}\nn: 0', ['invalid-config info', 'invalid-config error']],
  [
    'title: {{title}}\na: 1\na: 1',
    ['invalid-config info', 'duplicate-key error']
  ],
  ['# <% a', []]
])('should take problems of templates for infos: %j', (yaml, expected) => {
  expect(find(yaml)).toEqual(expected)
})

test('should leave them infos where their rule has another severity', () => {
  const rules = {'invalid-config': 'warning'}
  expect(find('title: {{title}}\nn: 0', rules)).toEqual([
    'invalid-config info',
    'invalid-config warning'
  ])
})

test('should find nothing in YAML that is not checked', () => {
  const rules = {'invalid-yaml': false}
  expect(find('n: 0\ntitle: {{a}} {{b}}\nstop: [a', rules)).toEqual([
    'invalid-config error'
  ])
})
