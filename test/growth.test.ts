import {check, edits, parse, stringify, type Turn} from 'chatmd'
import {describe, expect, test} from 'vitest'
import {shapes} from '../bench/shapes.js'
import {expectLinear} from './util/linear.ts'

const delimiter = '<hr class="__chatgpt_plugin">\n'

describe('growth', () => {
  test.each(shapes)(
    'should read and print %s in linear time',
    (_, size, make) => {
      const small = make(size / 10)
      const large = make(size)
      expectLinear(
        () => roundTrip(small),
        () => roundTrip(large)
      )
    }
  )

  test.each(shapes)('should check %s in linear time', (_, size, make) => {
    const small = make(size / 50)
    const large = make(size / 5)
    expectLinear(
      () => check(small),
      () => check(large)
    )
  })

  test.each([
    ['open fences', '```\nx'],
    ['boundaries', `${delimiter}role::user\nrole\\::user`],
    ['a fence with boundaries', `\`\`\`\n${delimiter}role::user\n\`\`\``]
  ])('should write turns of %s in linear time', (_, value) => {
    const make = (size: number): Array<Turn> =>
      Array.from({length: size}, () => ({type: 'turn', role: 'user', value}))
    const small = make(2e3)
    const large = make(2e4)
    expectLinear(
      () => stringify({type: 'chat', config: {}, children: small}),
      () => stringify({type: 'chat', config: {}, children: large})
    )
  })

  test.each([
    ['words in many turns', 'a b c\n'.repeat(25), 100],
    ['words in few turns', 'a b c\n'.repeat(250), 10],
    ['all of many turns', 'b\n\n'.repeat(10), 100]
  ])('should find differences of %s in linear time', (_, value, count) => {
    const boundary = `\n${delimiter}\n### role::user\n\n`
    const make = (size: number) => `${value}${boundary}`.repeat(size)
    const compare = (size: number) => {
      const source = make(size)
      return () => edits(source, source.replaceAll('b', 'd'))
    }
    expectLinear(compare(count), compare(count * 10))
  })

  test('should end alias bombs in a problem', () => {
    const lines = Array.from(
      {length: 20},
      (_, index) =>
        `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`
    )
    const value = `---\nmodel: x\na0: &a0 [1]\n${lines.join('\n')}\n---\n`
    expect(parse(value).config.model).toBe('x')
    expect(check(value).map(problem => problem.ruleId)).toContain(
      'invalid-yaml'
    )
  })
})

/** Read and print a note; gives the tree. */
function roundTrip(value: string) {
  const tree = parse(value)
  expect(stringify(tree) === value).toBe(true)
  return tree
}
