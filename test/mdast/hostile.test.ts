import {type ChatTree, parseTree, stringifyTree} from 'chatmd/mdast'
import type {RootContent} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'

const options = {
  remarkPlugins: [remarkGfm, remarkDirective],
  position: false
} as const

/** Change `b` to `d` in each value, and print. */
function change(value: string): string {
  const tree = parseTree(value, options)
  visit(tree as Node, (node: Node & {value?: string; lang?: string}) => {
    if (node.value) node.value = node.value.replace(/\bb\b/, 'd')
    if (node.lang === 'b') node.lang = 'd'
  })
  const printed = stringifyTree(tree, options)
  expect(blocks(parseTree(printed, options))).toEqual(blocks(tree))
  return printed
}

function blocks(tree: ChatTree): Array<RootContent> {
  return tree.children.flatMap(({children}) => children)
}

/** Print nodes as a new turn. */
function print(...children: Array<unknown>): string {
  const turn = {type: 'turn', role: 'user', children}
  return stringifyTree(
    {type: 'chat', config: {}, children: [turn]} as never,
    options
  )
}

const text = (value: string) => ({type: 'text', value})
const paragraph = (...children: Array<unknown>) => ({
  type: 'paragraph',
  children
})

describe('one changed text', () => {
  test.each([
    ['after an item that leaves a fence open', '- a\n  ```\n  x\n- b\n- c\n'],
    ['in an item that leaves a fence open', '- b\n  ```\n  x\n- a\n'],
    ['after open fences in quotes', '> - a\n>   ```\n>   x\n>\n> - b\n'],
    ['after an open fence with blank lines', '1. ```\n   x\n\n\n2. b\n'],
    ['after an open fence, with CRLF', '- ```\r\n  x\r\n- b\r\n'],
    ['after an open fence, with CR', '- ```\r  x\r- b\r'],
    ['after a list that leaves a fence open', '* - ~~~\n    x\n\nb\n'],
    ['in lines of a paragraph', '> *x*\n> b\n> *y*\n'],
    ['in code beside code of another kind', '    a\n\n```\nb\n```\n'],
    ['in indented code after a fence', '```\na\n```\n    b\n']
  ])('should change nothing else %s', (_, value) => {
    expect(change(value)).toBe(value.replace(/\bb\b/, 'd'))
  })

  test.each([
    ['- a\n  ```\n  b\n- c\n', '- a\n  ```\n  d\n  ```\n- c\n'],
    ['> ```b\n+ [c]\n&amp;', '> ```d\n> ```\n+ [c]\n&amp;']
  ])('should close a fence that was left open in %j', (value, expected) => {
    expect(change(value)).toBe(expected)
  })
})
