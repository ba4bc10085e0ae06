import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isChat} from '../../src/cli/is-chat.ts'
import {detect} from '../../src/detect.ts'

const pieces = fc.oneof(
  fc.constantFrom(
    '---\n',
    '\n---\n',
    '\ufeff',
    '<hr class="__chatgpt_plugin">\n',
    'role::user\n',
    '### role::x',
    'max_tokens: 5\n',
    '"max_to\\u006bens": 5\n',
    'model: gpt-4o\n',
    'temperature: 1\n',
    '"temper\\x61ture": 1\n',
    '\n',
    '{',
    '}',
    '"',
    'a:: b\n',
    '\r'
  ),
  fc.string({maxLength: 3})
)

test('should tell a chat as `detect` does', () => {
  fc.assert(
    fc.property(fc.array(pieces), parts => {
      const value = parts.join('')
      expect(isChat(value)).toBe(detect(value).length > 0)
    }),
    {numRuns: 3000}
  )
})

test.each([
  ['---\n"max_to\\u006bens": 5\n---\n', true],
  ['---\nmax_tokens: 5\n---\n', true],
  ['---\nmodel: x\n"temper\\x61ture": 1\n---\n', true],
  ['---\nmodel: x\n---\n\ntemperature: 1\n', false],
  ['---\ntemperature: 30\n---\n', false],
  ['max_tokens: 5\n', false],
  ['a:: b\n', false]
])('should tell whether %j is a chat', (value, expected) => {
  expect(isChat(value)).toBe(expected)
})
