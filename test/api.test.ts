import type {ChatTree} from 'chatmd'
import {expect, test} from 'vitest'
import {parse, stringify} from '../src/index.ts'

// Note: `chatmd` here is the entry of Node, which asks for contents itself.

const tree: ChatTree = {
  type: 'chat',
  config: {},
  children: [
    {
      type: 'turn',
      role: 'user',
      children: [{type: 'paragraph', children: [{type: 'text', value: 'Hi'}]}]
    }
  ]
}

test('should say what to import for contents that are mdast', async () => {
  const message = "Expected `import 'chatmd/mdast'` for contents that are mdast"
  expect(() => parse('Hi', {content: 'mdast'})).toThrow(new TypeError(message))
  expect(() => stringify(tree)).toThrow(new TypeError(message))
  expect(stringify(parse('Hi'))).toBe('Hi')
})

test('should read and write contents once they are asked for', async () => {
  const mdast = await import('chatmd/mdast')
  expect(parse('Hi', {content: 'mdast'})).toEqual(
    mdast.parse('Hi', {content: 'mdast'})
  )
  expect(stringify(tree)).toBe('Hi\n')
  expect(Object.keys(mdast).sort()).toEqual([
    'applyEdits',
    'edits',
    'handlers',
    'parse',
    'parseContent',
    'remarkChat',
    'stringify'
  ])
})
