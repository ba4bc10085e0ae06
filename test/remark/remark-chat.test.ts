import {check} from 'chatmd'
import {type ChatTree, parseTree} from 'chatmd/mdast'
import remarkChat, {chatProcessor, type RemarkChatOptions} from 'chatmd/remark'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">'

/** A note with problems that `parse` finds, and more that `check` finds. */
const faulty = `---
temperature: hot
---

Hi

${line}

role::bot

${line}

role::user

**abc**
`

function parse(value: string, options?: RemarkChatOptions) {
  const file = new VFile(value)
  const tree = unified().use(remarkParse).use(remarkChat, options).parse(file)
  return {tree, messages: file.messages}
}

describe('remarkChat', () => {
  test('should throw without a parser before it', () => {
    expect(() => unified().use(remarkChat).freeze()).toThrow(
      new TypeError('Expected `remark-parse` before `remarkChat`')
    )
  })

  test('should throw on a tree that is no chat', () => {
    const processor = unified().use(remarkParse).use(remarkChat)
    expect(() =>
      processor.stringify({type: 'root', children: []} as never)
    ).toThrow(TypeError)
  })

  test('should report problems on the file, and take options', () => {
    const {tree, messages} = parse(faulty, {maxLength: 6, position: false})
    expect(JSON.stringify(tree)).not.toContain('position')
    expect(messages.map(({ruleId}) => ruleId)).toEqual([
      'invalid-config',
      'unknown-role',
      'content-too-long'
    ])
    expect(String(messages[2])).toBe(
      '15:1-15:8: Unexpected content of 7 characters, expected at most 6; it is not parsed'
    )
  })

  test('should take bytes', () => {
    const file = new VFile(new TextEncoder().encode('\ufeffa'))
    const processor = unified().use(remarkParse).use(remarkChat)
    expect(processor.stringify(processor.parse(file))).toBe('\ufeffa')
  })

  test('should report no error, so that a file is written all the same', () => {
    const found = check(faulty)
    expect(found.some(({fatal}) => fatal === true)).toBe(true)
    const {messages} = parse(faulty, {rules: {}})
    expect(messages).toEqual(
      found.map(message =>
        expect.objectContaining({
          fatal: message.fatal && false,
          ruleId: message.ruleId,
          source: 'chatmd',
          url: message.url
        })
      )
    )
  })

  test('should report what cannot be written as it is', () => {
    const source = `a\n\n${line}\n\nrole::assistant\n\nb\n`
    const print = (options?: RemarkChatOptions) => {
      const file = new VFile(source)
      const processor = unified().use(remarkParse).use(remarkChat, options)
      const tree = processor.parse(file) as unknown as ChatTree
      const html = {type: 'html', value: '<div>\n\nc</div>'} as const
      tree.children[1]?.children.push(html)
      const printed = processor.stringify(tree as never, file)
      expect(printed).toBe(`${source.trim()}\n\n<div>\n\nc</div>\n`)
      return file.messages
    }
    const [message, ...others] = print()
    expect(others).toEqual([])
    expect(String(message)).toBe(
      '3:1-8:1: Cannot write `chat.children[1]`, of type `turn`, as Markdown that says the same'
    )
    expect(message).toMatchObject({
      fatal: false,
      ruleId: 'unwritable-content',
      source: 'chatmd'
    })
    expect(print({rules: {'unwritable-content': false}})).toEqual([])
    const [info] = print({rules: {'unwritable-content': 'info'}})
    expect(info?.fatal).toBeUndefined()
    const [warning] = print({rules: {'unwritable-content': 'error'}})
    expect(warning?.fatal).toBe(false)
    expect(print({position: false})[0]?.line).toBe(1)
  })

  test('should throw on a node that nothing can print', () => {
    const processor = unified().use(remarkParse).use(remarkChat)
    const tree = processor.parse('a') as unknown as ChatTree
    tree.children[0]?.children.push({type: 'x'} as never)
    expect(() => processor.stringify(tree as never)).toThrow(
      new TypeError(
        'Cannot print `chat.children[0].children[1]`, as no extension has a handler for a node of type `x`'
      )
    )
  })

  test('should leave messages of others alone', () => {
    const file = new VFile(faulty)
    file.message('x').fatal = true
    unified().use(remarkParse).use(remarkChat).parse(file)
    expect(file.messages.map(({fatal}) => fatal)).toEqual([true, false, false])
  })

  test('should leave out what a note turns off, and offer fixes', () => {
    const value = '---\nchatmd: {off: duplicate-key}\nn: "1"\na: 1\na: 1\n---\n'
    const {messages} = parse(value)
    expect(messages).toMatchObject([
      {ruleId: 'invalid-config', expected: ['1'], fix: {safe: true}}
    ])
  })

  test('should rate problems of contents as told', () => {
    const rules = {'content-too-long': 'info', 'unknown-role': 'error'} as const
    const {messages} = parse(faulty, {maxLength: 6, rules})
    const fatals = messages.flatMap(({ruleId, fatal}) =>
      ruleId && ruleId in rules ? [[ruleId, fatal]] : []
    )
    expect(fatals).toContainEqual(['content-too-long', undefined])
    expect(fatals).toContainEqual(['unknown-role', false])
  })

  test('should let rules be chosen', () => {
    const rules = {
      'unknown-role': false,
      'content-too-long': false,
      'empty-turn': true
    }
    const {tree, messages} = parse(faulty, {maxLength: 6, rules})
    expect(messages.map(({ruleId}) => ruleId)).toEqual(
      check(faulty, {rules}).map(({ruleId}) => ruleId)
    )
    expect(messages.map(({ruleId}) => ruleId)).toContain('empty-turn')
    expect(tree).toEqual(parseTree(faulty, {maxLength: 6}))
  })

  test.each([
    [{rules: 3}, 'Expected `options.rules` to be an object'],
    [{rules: []}, 'Expected `options.rules` to be an object'],
    [{rules: {x: true}}, 'Expected `rules` to name rules, not `x`'],
    [{maxLength: 'x'}, 'Expected `options.maxLength` to be a number'],
    [3, 'Expected `options` to be an object']
  ])('should throw on %j at once', (options, message) => {
    const processor = unified().use(remarkParse)
    expect(() =>
      processor()
        .use(remarkChat, options as never)
        .freeze()
    ).toThrow(new TypeError(message))
  })
})

describe('chatProcessor', () => {
  test('should print a note byte for byte, and take more plugins', async () => {
    const note = `${faulty}\n* ~~a~~\n`
    expect(String(await chatProcessor.process(note))).toBe(note)
    const types: Array<string> = []
    chatProcessor()
      .use(() => (tree: ChatTree) => {
        for (const turn of tree.children) {
          for (const {type} of turn.children) types.push(type)
        }
      })
      .runSync(chatProcessor.parse(note))
    expect(types).toEqual(['paragraph', 'paragraph', 'list'])
    expect(() => chatProcessor.use(() => {})).toThrow('frozen')
  })
})
