import {parse, stringify} from 'chatmd'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {printAgain} from '../../src/cli/check/print-again.ts'

const pieces = fc.oneof(
  fc.constantFrom(
    '---\n',
    '----\n',
    '\ufeff',
    '<hr class="__chatgpt_plugin">\n',
    '<hr class="__chatgpt_plugin"> \n',
    '### role::assistant\n',
    'role::user\n',
    '```\n',
    '\n',
    '\r\n',
    'model: x\n',
    'a: [\n'
  ),
  fc.string({maxLength: 3})
)

test('should print every text as `stringify` does: as it is', () => {
  fc.assert(
    fc.property(fc.array(pieces), parts => {
      const value = parts.join('')
      expect(printAgain(value)).toBe(value)
      expect(stringify(parse(value))).toBe(value)
    }),
    {numRuns: 2000}
  )
})
