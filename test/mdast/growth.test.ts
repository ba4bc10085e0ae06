import {parseTree, stringifyTree} from 'chatmd/mdast'
import type {Text} from 'mdast'
import remarkGfm from 'remark-gfm'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {expectLinear} from '../util/linear.ts'

const line = '<hr class="__chatgpt_plugin">'
const turn = `${line}\n\nrole::user\n\nHi *there*, \`you\`.\n\n- a\n- b\n\n`
const options = {remarkPlugins: [remarkGfm]} as const

describe('growth', () => {
  test('should parse and print turns in linear time', () => {
    const small = turn.repeat(50)
    const large = turn.repeat(500)
    expectLinear(
      () => stringifyTree(parseTree(small, options), options) === small,
      () => stringifyTree(parseTree(large, options), options) === large
    )
  })

  test('should print changed turns in linear time', () => {
    expectLinear(
      () => print(50),
      () => print(500)
    )
  })

  test.each([
    ['words of a line', 'a `b` ', ''],
    ['links of a line', '[a](b) ', ''],
    ['cells of a row', 'a|', '-|'],
    ['items that leave fences open', '- a\n\n  ```\n', '']
  ])('should print changed %s in linear time', (_, part, under) => {
    const make = (size: number) =>
      under
        ? `|${part.repeat(size)}\n|${under.repeat(size)}`
        : part.repeat(size)
    const small = make(200)
    const large = make(2000)
    // Note: words take some 16 times as long, and a square would take 100 times.
    expectLinear(
      () => change(small),
      () => change(large),
      25
    )
  })

  // Note: micromark’s own time grows faster for some others, such as quotes
  // with blank lines between.
  test.each([
    ['paragraphs', '{\n\n', ''],
    ['lines of a paragraph', '{\n', ''],
    ['one line', '{ ', ''],
    ['list items', '- {\n', '\n}'],
    ['paragraphs in a list item', '  {\n\n', ''],
    ['lines of a quote', '> {\n', '\n}'],
    ['paragraphs before an end with text after it', '{\n\n', '} a'],
    ['comments in flow', '{\na\n}\n', ''],
    ['comments in text', 'a { a } ', ''],
    ['equals', '=====', ''],
    ['equals in text', 'a=====', '']
  ])(
    'should read %s with comment markers in linear time',
    (name, part, end) => {
      const start = name.includes('list item') ? '- a\n\n' : ''
      const make = (size: number) => mark(start + part.repeat(size) + end)
      const small = make(500)
      const large = make(5000)
      expectLinear(
        () => parseTree(small),
        () => parseTree(large)
      )
    }
  )

  test.each([
    ['quotes', '>'.repeat(2000)],
    ['emphasis', '*a_ '.repeat(500)],
    ['brackets', '['.repeat(5000)]
  ])('should read other turns whatever %s are in one', (_, content) => {
    const value = `${turn}${line}\n\nrole::tool\n\n${content}\n\n${turn}`
    const tree = parseTree(value, options)
    expect(tree.children[2]?.children).toHaveLength(2)
    expect(stringifyTree(tree, options)).toBe(value)
  })
})

function print(count: number): string {
  const tree = parseTree(turn.repeat(count), options)
  for (const {children} of tree.children) children.pop()
  return stringifyTree(tree, options)
}

/** Change every text, and print. */
function change(value: string): string {
  const tree = parseTree(value, options)
  visit(tree as Node, 'text', (node: Text) => {
    node.value = node.value.replace('a', 'c d')
  })
  const printed = stringifyTree(tree, options)
  expect(printed).toBe(value.replaceAll('a', 'c d'))
  return printed
}

/** Write `{` and `}` as the markers of comments. */
function mark(value: string): string {
  return value
    .replaceAll('{', '=begin-chatgpt-md-comment')
    .replaceAll('}', '=end-chatgpt-md-comment')
}
