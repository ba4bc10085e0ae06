import {parse, type Turn} from 'chatmd'
import {parseContent, parseTree, stringifyTree} from 'chatmd/mdast'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">'

function at<T>(list: Array<T>, index: number): T {
  return list.at(index) as T
}

/** Text of the file at the position of a node of a type. */
function sliceOf(value: string, turn: Turn, type: string): Array<string> {
  const slices: Array<string> = []
  visit(parseContent(turn), type, node => {
    const {start, end} = node.position ?? {}
    slices.push(value.slice(start?.offset, end?.offset))
  })
  return slices
}

describe('parseContent', () => {
  test('should parse a content, with positions in it', () => {
    const root = parseContent('a *b*')
    expect(root.position).toEqual({
      start: {line: 1, column: 1, offset: 0},
      end: {line: 1, column: 6, offset: 5}
    })
    const [paragraph] = root.children
    expect(paragraph?.type).toBe('paragraph')
    expect(paragraph?.position?.start).toEqual({line: 1, column: 1, offset: 0})
  })

  test('should parse an empty content', () => {
    expect(parseContent('').children).toEqual([])
  })

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r']
  ])('should put nodes where they are in a file with %s', (_, ending) => {
    const value = `\ufeffHi${ending}${line}${ending}role::tool${ending}${ending}\t*a*${ending}😀 **b**`
    const turn = at(parse(value).children, 1)
    const [strong] = sliceOf(value, turn, 'strong')
    expect(strong).toBe('**b**')
    visit(parseContent(turn), 'strong', node => {
      expect(node.position?.start).toEqual({
        line: 6,
        column: 4,
        offset: value.indexOf('**b')
      })
    })
  })

  test('should put nodes where they are behind escapes', () => {
    const value =
      'role\\::user *a* `<hr  class="__chatgpt_plugin">` *b*\n\na <hr   class="__chatgpt_plugin"> *c*'
    const turn = at(parse(value).children, 0)
    expect(sliceOf(value, turn, 'emphasis')).toEqual(['*a*', '*b*', '*c*'])
    visit(parseContent(turn), 'emphasis', ({position}) => {
      const {line = 0, column = 0, offset = 0} = position?.start ?? {}
      const before = value.split('\n').slice(0, line - 1)
      const start = before.reduce((sum, line) => sum + line.length + 1, 0)
      expect(start + column - 1).toBe(offset)
    })
  })

  test('should put nodes in the content if it is not that of the file', () => {
    const turn: Turn = {...at(parse('a\n').children, 0), value: 'b *c*'}
    const {position: _, ...other} = at(parse(`${line}\nb *c*`).children, 0)
    expect(sliceOf('b *c*', turn, 'emphasis')).toEqual(['*c*'])
    expect(sliceOf('b *c*', other, 'emphasis')).toEqual(['*c*'])
  })

  test('should know no frontmatter, and keep a byte order mark', () => {
    expect(parseContent('---\na: 1\n---').children[0]?.type).toBe(
      'thematicBreak'
    )
    expect(JSON.stringify(parseContent('\ufeffa'))).toContain('"\ufeffa"')
  })

  test('should use plugins and extensions', () => {
    const [plain] = parseContent('~a~').children
    const [plugged] = parseContent('~a~', {remarkPlugins: [remarkGfm]}).children
    const [extended] = parseContent('~a~', {
      extensions: [gfmStrikethrough()],
      mdastExtensions: [gfmStrikethroughFromMarkdown()]
    }).children
    expect(JSON.stringify(plain)).not.toContain('delete')
    expect(JSON.stringify(plugged)).toContain('delete')
    expect(extended).toEqual(plugged)
  })

  test('should not parse what is too long, and say so', () => {
    const file = new VFile(`a\n${line}\nrole::tool\n*b*\n*c*\n`)
    const turn = at(parse(String(file)).children, 1)
    const root = parseContent(turn, {maxLength: 6, file})
    const {position} = root
    expect(root.children).toEqual([
      {
        type: 'paragraph',
        children: [{type: 'text', value: '*b*\n*c*', position}],
        position
      }
    ])
    expect(
      file.messages.map(message => `${message.ruleId} ${message}`)
    ).toEqual([
      'content-too-long 4:1-5:4: Unexpected content of 7 characters, expected at most 6; it is not parsed'
    ])
    expect(parseContent(turn, {maxLength: 7, file}).children).toHaveLength(1)
    expect(file.messages).toHaveLength(1)
    expect(parseContent('ab', {maxLength: 1, file}).children).toHaveLength(1)
    expect(String(file.messages.at(-1))).toMatch(/^1:1-1:1: Unexpected content/)
  })

  test.each([
    ['quotes', '>'.repeat(3000)],
    ['lists', `${'- '.repeat(300)}a`],
    ['emphasis', '*a '.repeat(300) + 'b*'.repeat(300)]
  ])('should not parse %s that nest too deep, and say so', (_, value) => {
    const file = new VFile(value)
    const tree = parseTree(file)
    expect(tree.children[0]?.children).toMatchObject([
      {type: 'paragraph', children: [{type: 'text', value}]}
    ])
    expect(file.messages.map(message => message.ruleId)).toEqual([
      'content-too-deep'
    ])
  })

  test.each([[undefined], [null], [1], [{}]])('should throw on %j', value => {
    // @ts-expect-error: wrong on purpose.
    expect(() => parseContent(value)).toThrow(
      new TypeError('Expected `turn` to be a `turn` node or a string')
    )
  })
})

describe('parseTree', () => {
  test('should give nodes no position if asked', () => {
    const tree = parseTree('a *b*', {position: false})
    expect(JSON.stringify(tree)).not.toContain('position')
  })

  test('should parse contents by themselves', () => {
    const value = `[a] <!--\n\n${line}\n\n[a]: b\n`
    const [first, second] = parseTree(value).children
    expect(JSON.stringify(first)).not.toContain('linkReference')
    expect(second?.children.map(node => node.type)).toEqual(['definition'])
  })

  test('should keep all that a turn says', () => {
    const value = `${line}\n\nrole::tool <!-- {"id":"1"} -->\n\na\n`
    const tree = parseTree(value)
    const {value: _, ...said} = at(parse(value).children, 0)
    expect(said.meta).toEqual({id: '1'})
    expect(tree.children[0]).toMatchObject(said)
    expect(tree.children[0]).not.toHaveProperty('value')
    expect(stringifyTree(tree)).toBe(value)
  })
})

describe('options', () => {
  test.each([
    [{remarkPlugins: 3}, '`options.remarkPlugins` to be a list'],
    [{extensions: {}}, '`options.extensions` to be a list'],
    [{mdastExtensions: 'x'}, '`options.mdastExtensions` to be a list'],
    [{toMarkdownExtensions: 1}, '`options.toMarkdownExtensions` to be a list'],
    [{maxLength: 'x'}, '`options.maxLength` to be a number'],
    [{maxLength: Number.NaN}, '`options.maxLength` to be a number'],
    [{position: 0}, '`options.position` to be a boolean'],
    ['x', '`options` to be an object']
  ])('should throw on %j', (options, expected) => {
    const error = new TypeError(`Expected ${expected}`)
    const tree = parseTree('a', null)
    expect(() => parseTree('a', options as never)).toThrow(error)
    expect(() => parseContent('a', options as never)).toThrow(error)
    expect(() => stringifyTree(tree, options as never)).toThrow(error)
  })

  test('should throw on what is no plugin', () => {
    expect(() => parseTree('a', {remarkPlugins: [3 as never]})).toThrow(
      TypeError
    )
  })
})
