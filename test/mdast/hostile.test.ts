import {
  type ChatTree,
  parseContent,
  parseTree,
  stringifyTree
} from 'chatmd/mdast'
import {remarkChat} from 'chatmd/remark'
import type {RootContent} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {commentBlock} from '../../src/dialects/chatgpt-md/grammar.ts'

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
const html = (value: string) => ({type: 'html', value})
const code = (value: string) => ({type: 'inlineCode', value})
const comment = (value: string) => ({type: 'chatComment', value: long(value)})
const link = (url: string, value: string) =>
  paragraph({type: 'link', url, children: [text(value)]})
const definition = (url: string) => ({
  type: 'definition',
  identifier: 'a',
  label: 'a',
  url
})
const emphasis = (...children: Array<unknown>) => ({type: 'emphasis', children})
const list = (...children: Array<unknown>) => ({
  type: 'list',
  children: [{type: 'listItem', children}]
})
const row = (...values: Array<string>) => ({
  type: 'tableRow',
  children: values.map(value => ({type: 'tableCell', children: [text(value)]}))
})

function paragraph(...children: Array<unknown>) {
  return {type: 'paragraph', children}
}

/** Write `{` and `}` as the markers of comments. */
function long(value: string): string {
  return value
    .replaceAll('{', commentBlock.begin)
    .replaceAll('}', commentBlock.end)
}

function short(value: string): string {
  return value
    .replaceAll(commentBlock.begin, '{')
    .replaceAll(commentBlock.end, '}')
}

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

describe('nodes made by hand', () => {
  test.each([
    ['a URL that starts with `<`', '[x](\\<a>)', link('<a>', 'x')],
    ['a URL with `<` in it', '[x](a<b>)', link('a<b>', 'x')],
    ['a definition', '[a]: \\<b>', definition('<b>')],
    ['a colon after an escape', '\\*\\:a', paragraph(text('*:a'))],
    [
      'a comment in nested emphasis before a letter',
      '*_{a}_*&#x62;',
      paragraph(emphasis(emphasis(comment('a'))), text('b'))
    ]
  ])('should print %s', (_, expected, node) => {
    expect(short(print(node))).toBe(`${expected}\n`)
  })

  test.each([
    ['a heading that starts with HTML', '# <div>a', html('<div>'), text('a')],
    ['a comment before a letter', '# *{a}*b', emphasis(comment('a')), text('b')]
  ])('should print %s whatever the style', (_, expected, ...children) => {
    const raw = {open: '', body: 'a\n=\n\n_b_', close: '\n'}
    const node = {type: 'heading', depth: 1, children}
    expect(short(print(node).replace(/\n$/, ''))).toBe(expected)
    const turn = {type: 'turn', role: 'user', raw, children: [node]}
    const chat = {type: 'chat', config: {}, children: [turn]}
    expect(short(stringifyTree(chat as never, options))).toBe(`${expected}\n`)
  })

  // Markdown leaves these open, or says them otherwise.
  test.each([
    [
      'references',
      '[x][a]\n\n[a]: b',
      paragraph({
        type: 'linkReference',
        identifier: 'a',
        referenceType: 'shortcut',
        children: [text('x')]
      }),
      {type: 'definition', identifier: 'a', url: 'b', title: ''}
    ],
    [
      'paragraphs in a tight item',
      '- a\n\n  b',
      list(paragraph(text('a')), paragraph(text('b')))
    ],
    [
      'nothing',
      'a',
      paragraph(text('a')),
      paragraph(),
      paragraph(text('')),
      {type: 'list', children: []}
    ],
    ['HTML in a line', '<b>a &amp; b</b>', paragraph(html('<b>a &amp; b</b>'))],
    ['HTML alone', '<b>a</b>', html('<b>a</b>')],
    ['HTML in a paragraph', '<b>', paragraph(html('<b>'))],
    ['a comment in a paragraph', '{a}', paragraph(comment('a'))],
    ['code with a line ending', '`a\n-b`', paragraph(code('a\n-b'))],
    [
      'addresses',
      'see https\\://a.example?b\\&c, a\\@b.example, www\\.c.example',
      paragraph(text('see https://a.example?b&c, a@b.example, www.c.example'))
    ],
    [
      'a table that does not align',
      '| a |   |\n| - | - |\n| b | c |',
      {type: 'table', children: [row('a'), row('b', 'c')]}
    ]
  ])('should print %s', (_, expected, ...nodes) => {
    expect(short(print(...nodes))).toBe(`${expected}\n`)
  })

  test.each([
    ['a comment with its end', '[0]', 'chatComment', comment('a } b')],
    [
      'a comment before emphasis',
      '[0].children[0]',
      'chatComment',
      paragraph(comment('a'), emphasis(html('<b>')))
    ],
    [
      'text in a list item',
      '[0].children[0].children[0]',
      'text',
      list(text('a'))
    ],
    [
      'a link in a link',
      '[0]',
      'paragraph',
      paragraph({
        type: 'link',
        url: 'a',
        children: [link('b', 'c').children[0]]
      })
    ],
    [
      'a break at the end',
      '[0]',
      'paragraph',
      paragraph(text('a'), {type: 'break'})
    ],
    ['HTML with a blank line', '', 'turn', html('<div>\n\na</div>')],
    [
      'a title that is no string',
      '[0].children[0]',
      'link',
      paragraph({type: 'link', url: 'b', title: 5, children: [text('a')]})
    ],
    [
      'a field that is not known',
      '[1]',
      'paragraph',
      paragraph(text('a')),
      {...paragraph(text('b')), indent: 3}
    ],
    [
      'a depth that is none',
      '[0]',
      'heading',
      {type: 'heading', depth: 9, children: [text('a')]}
    ]
  ])('should throw on %s', (_, path, type, ...nodes) => {
    const place = path && `.children${path}`
    expect(() => print(...nodes)).toThrow(
      new TypeError(
        `Cannot write \`chat.children[0]${place}\`, of type \`${type}\`, as Markdown that says the same`
      )
    )
  })

  test.each([
    [{type: 'x'}, '[0]'],
    [paragraph(text('a'), emphasis({type: 'x'})), '[0].children[1].children[0]']
  ])('should throw on the unknown node in %j', (node, path) => {
    expect(() => print(node)).toThrow(
      new TypeError(
        `Cannot print \`chat.children[0].children${path}\`, as no extension has a handler for a node of type \`x\``
      )
    )
  })

  test.each([
    [null, '[0]', 'a node'],
    [{}, '[0]', 'a node'],
    [{type: 1}, '[0]', 'a node'],
    ['a', '[0]', 'a node'],
    [paragraph(undefined), '[0].children[0]', 'a node'],
    [{type: 'paragraph', children: 'a'}, '[0].children', 'a list of nodes'],
    [{type: 'paragraph', children: null}, '[0].children', 'a list of nodes']
  ])('should throw on %j, which is no node', (node, path, expected) => {
    expect(() => print(node)).toThrow(
      new TypeError(
        `Expected \`chat.children[0].children${path}\` to be ${expected}`
      )
    )
  })

  test('should throw on holes', () => {
    const turn = {type: 'turn', role: 'user', children: new Array(1)}
    const print = (children: Array<unknown>) =>
      stringifyTree({type: 'chat', config: {}, children} as never)
    expect(() => print([turn])).toThrow(
      new TypeError('Expected `chat.children[0].children[0]` to be a node')
    )
    const turns = new Array(2)
    turns[1] = turn
    expect(() => print(turns)).toThrow(
      new TypeError('Expected `chat.children[0]` to be a `turn` node')
    )
  })

  test('should throw on a raw that lacks strings', () => {
    const turn = {type: 'turn', role: 'user', raw: {}, children: []}
    const chat = {type: 'chat', config: {}, children: [turn]}
    expect(() => stringifyTree(chat as never)).toThrow(
      new TypeError('Expected `chat.children[0].raw.open` to be a string')
    )
  })

  test('should throw on nodes that hold themselves', () => {
    const quote = {type: 'blockquote', children: [] as Array<unknown>}
    quote.children.push(quote, quote)
    expect(() => print(quote)).toThrow('to nest at most 200 levels')
  })

  test('should print a node whose children are `undefined`', () => {
    expect(print({type: 'thematicBreak', children: undefined})).toContain(
      '---\n'
    )
  })
})

describe('options', () => {
  const functions: Array<[string, (options: never) => unknown]> = [
    ['parseTree', options => parseTree('a', options)],
    ['stringifyTree', options => stringifyTree(parseTree('a'), options)],
    ['parseContent', options => parseContent('a', options)],
    [
      'remarkChat',
      options => unified().use(remarkParse).use(remarkChat, options).freeze()
    ]
  ]

  describe.each(functions)('of %s', (_, run) => {
    test.each([
      [3, '`options` to be an object'],
      ['a', '`options` to be an object'],
      [[], '`options` to be an object'],
      [{dialect: 3}, '`options.dialect` to be an object'],
      [{extensions: {}}, '`options.extensions` to be a list'],
      [{file: {}}, '`options.file` to be a `VFile`'],
      [{file: 'a'}, '`options.file` to be a `VFile`'],
      [{maxLength: Number.NaN}, '`options.maxLength` to be a number'],
      [{mdastExtensions: 'a'}, '`options.mdastExtensions` to be a list'],
      [{position: 1}, '`options.position` to be a boolean'],
      [{remarkPlugins: 3}, '`options.remarkPlugins` to be a list'],
      [{rules: 3}, '`options.rules` to be an object'],
      [{toMarkdownExtensions: 0}, '`options.toMarkdownExtensions` to be a list']
    ])('should not be %j', (options, expected) => {
      expect(() => run(options as never)).toThrow(
        new TypeError(`Expected ${expected}`)
      )
    })

    test.each(['content', 'constructor', '__proto__'])(
      'should not have the unknown name `%s`',
      name => {
        const options = Object.fromEntries([[name, 'html']])
        expect(() => run(options as never)).toThrow(
          new TypeError(
            `Unexpected option \`${name}\`, expected one of \`dialect\`, \`extensions\`, \`file\`, \`maxLength\`, \`mdastExtensions\`, \`position\`, \`remarkPlugins\`, \`rules\`, \`toMarkdownExtensions\``
          )
        )
      }
    )

    test('should be optional', () => {
      const options = {dialect: null, maxLength: undefined, content: undefined}
      expect(() => run(options as never)).not.toThrow()
      expect(() => run(null as never)).not.toThrow()
    })
  })
})
