import {check} from 'chatmd'
import {describe, expect, test} from 'vitest'
import {expectLinear} from '../util/linear.ts'

const delimiter = '<hr class="__chatgpt_plugin">'

/** Put lines of YAML, each made from its number, between fences. */
function frontmatter(size: number, make: (index: number) => string): string {
  const lines = Array.from({length: size}, (_, index) => make(index))
  return `---\n${lines.join('\n')}\n---\n`
}

/** Notes whose problems have many fixes. */
const shapes: Array<[string, number, (size: number) => string]> = [
  [
    'missing delimiters',
    2e4,
    size => `${delimiter}\n\na\n${'### role::assistant\na\n'.repeat(size)}`
  ],
  [
    'malformed delimiters',
    2e4,
    size => `a\n${'<hr class="__chatgpt_plugin"/>\nrole::user\n'.repeat(size)}`
  ],
  [
    'text after headers',
    2e4,
    size => `${delimiter}\nrole::user x\n`.repeat(size)
  ],
  ['empty turns', 2e4, size => `${delimiter}\n`.repeat(size)],
  ['keys that occur again', 1e4, size => frontmatter(size, () => 'a: 1')],
  [
    'commas in lists',
    5e3,
    size => frontmatter(size, index => `a${index}: ["b, c", d]`)
  ],
  [
    'commas in one list',
    1e4,
    size => frontmatter(1, () => `a: [${'"b, c", '.repeat(size)}]`)
  ],
  [
    'templates',
    5e3,
    size => frontmatter(size, index => `a${index}: {{b}} {{c}}`)
  ],
  ['open templates', 1e5, size => `---\nn: 0\na: ${'<%'.repeat(size)}\n---\n`],
  [
    'rules that are off',
    5e3,
    size => frontmatter(1, () => `chatmd: {off: [${'a, '.repeat(size)}]}`)
  ]
]

describe('growth', () => {
  test.each(shapes)(
    'should find and mend %s in linear time',
    (_, size, make) => {
      const small = make(size / 10)
      const large = make(size)
      expect(check(small).length).toBeGreaterThan(0)
      expectLinear(
        () => check(small),
        () => check(large)
      )
    }
  )
})
