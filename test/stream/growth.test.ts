import {type Chat, createParser, parse} from 'chatmd'
import {describe, expect, test} from 'vitest'
import {expectLinear} from '../util/linear.ts'

const line = '<hr class="__chatgpt_plugin">\n'
const words = 'Some words of an answer, with `code` and **bold** text.\n'
const answer = `\n${line}\nrole::assistant\n\n${words.repeat(20)}\n\`\`\`js\nconst x = 1\n\`\`\`\n`

/**
 * Notes by number of repeats; at that number each is 1 to 4 MB, enough that the
 * cost of keeping results weighs on both sizes.
 */
const shapes: Array<[string, number, (size: number) => string]> = [
  ['a chat', 850, size => answer.repeat(size)],
  ['one turn', 18e3, size => words.repeat(size)],
  [
    'open code',
    8e4,
    size => `${line}role::a\n\`\`\`\n${'a = b + c\n'.repeat(size)}`
  ],
  ['code', 1e5, size => '```js\nconst x = 1\n```\n\n'.repeat(size)],
  [
    'a cut',
    850,
    size => `\`\`\`\nx\n${answer.replaceAll('`', '').repeat(size)}`
  ],
  ['open frontmatter', 2e5, size => `---\n${'a: b\n'.repeat(size)}`],
  ['blank lines', 1e6, size => '\n'.repeat(size)],
  ['delimiters', 1.2e5, size => line.repeat(size)],
  ['headers', 9e4, size => 'role::user\n'.repeat(size)],
  [
    'fences that fall together',
    2e4,
    size => `${`\`\`\`\`\n\`\`\`\n${line}`.repeat(size)}\`\`\`\`js\n`
  ],
  [
    'fences that fall one by one',
    2e4,
    size => `\`\`\`\n${line}~~~js\n`.repeat(size)
  ],
  [
    'fences that shrink',
    1e6,
    size => {
      const most = Math.round(Math.sqrt(size))
      const sizes = Array.from({length: most}, (_, index) => index)
      const open = sizes.map(size => `${'`'.repeat(most - size + 3)}\n${line}`)
      return (
        open.join('') + sizes.map(size => `${'`'.repeat(size + 3)}x\n`).join('')
      )
    }
  ],
  [
    'fenced delimiters in code',
    2e4,
    size => `\`\`\`\`\n${`\`\`\`\n${line}\`\`\`\nrole::user\n`.repeat(size)}`
  ]
]

/** Push by 4 characters. */
function push(value: string, parser = createParser()): Chat {
  for (let index = 0; index < value.length; index += 4) {
    parser.push(value.slice(index, index + 4))
  }
  return parser.end()
}

describe('growth', () => {
  test.each(shapes)('should take %s in linear time', (_, size, make) => {
    const small = make(size / 10)
    const large = make(size)
    expectLinear(
      () => push(small),
      () => push(large)
    )
  })

  test.each(shapes.slice(0, 5))(
    'should take %s by 4 characters in 200 times one `parse`',
    (_, size, make) => {
      const value = make(size)
      const onTurn = () => {}
      const ratio = least(
        () => push(value, createParser({onTurn})),
        () => parse(value),
        200
      )
      expect(ratio).toBeLessThan(200)
    }
  )

  test.each([
    ['a long chat', (size: number) => answer.repeat(size / answer.length)],
    [
      'long code',
      (size: number) => `${line}\`\`\`\n${'a = b\n'.repeat(size / 6)}`
    ]
  ])('should take a piece at the end of %s as fast', (_, make) => {
    const run = (size: number) => {
      const parser = createParser()
      parser.push(`${make(size)}\n`)
      return () => {
        for (let index = 0; index < 5e4; index++) parser.push('ab\nc')
      }
    }
    // Note: 1.2 was measured; a busy machine needs a wider margin.
    expect(least(run(1e7), run(1e4), 3)).toBeLessThan(3)
  })
})

/** Time of one over that of another, the least of some, down to `enough`. */
function least(run: () => unknown, other: () => unknown, enough: number) {
  let ratio = Infinity
  for (let attempt = 0; attempt < 10 && ratio >= enough; attempt++) {
    ratio = Math.min(ratio, time(run) / time(other))
  }
  return ratio
}

function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
