import {type Chat, parse} from 'chatmd'
import {fromMessages, fromParts, toMessages, toParts} from 'chatmd/convert'
import {describe, test} from 'vitest'
import {expectLinear} from '../util/linear.ts'

const size = 50_000

/** Shapes that could make a reader look at the same characters again and again. */
const shapes: Array<[string, (size: number) => string]> = [
  ['backticks', size => '`'.repeat(size)],
  ['fences that open', size => '```json tool-call f\n'.repeat(size / 20)],
  ['fences that close', size => '```\n'.repeat(size / 4)],
  ['fences in items', size => '- ```\n'.repeat(size / 6)],
  [
    'longer and longer fences',
    size => {
      const sizes = Array.from({length: Math.sqrt(size)}, (_, index) => index)
      return sizes.map(size => `${'`'.repeat(size)}x\n`).join('')
    }
  ],
  ['calls', size => '```json tool-call f\n{}\n```\n\n'.repeat(size / 28)],
  [
    'calls that are none',
    size => '```json tool-call f\n{\n```\n'.repeat(size / 26)
  ],
  ['words', size => `\`\`\`json tool-call${' f'.repeat(size / 2)}\n\`\`\`\n`],
  ['spaces', size => `\`\`\`json${' '.repeat(size)}x\n\`\`\`\n`],
  ['quotes', size => '>\n'.repeat(size / 2)],
  ['reasoning', size => '> [!reasoning]-\n> a\n\n'.repeat(size / 21)],
  ['a long reasoning', size => `> [!reasoning]-\n${'> a\n'.repeat(size / 4)}`],
  ['comments', size => `> [!reasoning]- <!--${' -->'.repeat(size / 4)} x`],
  ['images', size => '![a](b.png)\n\n'.repeat(size / 13)],
  ['images that open', size => '!['.repeat(size / 2)],
  ['addresses that open', size => `![](${'('.repeat(size)}`],
  ['addresses in pairs', size => `![](${'(a)'.repeat(size / 3)} x)`],
  ['long addresses', size => `![](${'a'.repeat(size)})`],
  ['embeds that open', size => '![['.repeat(size / 3)],
  ['backslashes', size => `![${'\\'.repeat(size)}](a)`],
  ['links', size => '[[a|'.repeat(size / 4)],
  ['comment blocks', size => '=begin-chatgpt-md-comment'.repeat(size / 25)],
  ['blank lines', size => '\n'.repeat(size)],
  ['spaces alone', size => ' '.repeat(size)]
]

describe.each(shapes)('%s', (_name, toValue) => {
  const small = toValue(size)
  const large = toValue(size * 10)

  test('should take time in proportion to be read and written', () => {
    expectLinear(
      () => fromParts(toParts(small)),
      () => fromParts(toParts(large))
    )
  })

  test('should take time in proportion as messages', () => {
    expectLinear(
      () => convert(small),
      () => convert(large)
    )
  })
})

function convert(value: string): Chat {
  const chat = parse(value, {position: false})
  return fromMessages(toMessages(chat, {resolveLink: () => undefined}))
}
