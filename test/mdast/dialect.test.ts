import {parse} from 'chatmd'
import {parseContent, parseTree, stringifyTree} from 'chatmd/mdast'
import {remarkChat} from 'chatmd/remark'
import type {Node} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {select} from 'unist-util-select'
import {expect, test} from 'vitest'
import {headings} from '../util/headings.ts'

const dialect = {dialect: headings}
const value = 'Hi\n\n## assistant\n\n# \\user *there*\n'

function sliceOf(node: Node | undefined): string {
  const {start, end} = node?.position ?? {}
  return value.slice(start?.offset, end?.offset)
}

test('should parse and print another dialect', () => {
  const tree = parseTree(value, dialect)
  expect(tree.children.map(({role}) => role)).toEqual(['user', 'assistant'])
  expect(select('heading text', tree)).toMatchObject({value: 'user '})
  expect(sliceOf(select('emphasis', tree))).toBe('*there*')
  expect(stringifyTree(tree, dialect)).toBe(value)
})

test('should keep an escape beside a change', () => {
  const tree = parseTree(value, dialect)
  Object.assign(select('emphasis text', tree) ?? {}, {value: 'here'})
  expect(stringifyTree(tree, dialect)).toBe(value.replace('there', 'here'))
})

test('should say where a content is in its file', () => {
  const [, turn] = parse(value, dialect).children
  const root = parseContent(turn ?? '', dialect)
  expect(sliceOf(select('emphasis', root))).toBe('*there*')
})

test('should go through a pipeline', () => {
  const processor = unified().use(remarkParse).use(remarkChat, dialect)
  const tree = processor.parse(value)
  expect(tree).toEqual(parseTree(value, dialect))
  expect(processor.stringify(tree)).toBe(value)
})
