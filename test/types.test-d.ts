// Types are checked by `tsc`, as all of `test` is; nothing here runs.

import {
  applyEdits,
  type Chat,
  type ChatConfig,
  type ChatProblem,
  type ChatRaw,
  type CheckOptions,
  check,
  configSchema,
  edits,
  type KnownRole,
  type ParseOptions,
  parse,
  type Role,
  type RuleId,
  stringify,
  type Turn,
  type TurnRaw
} from 'chatmd'
import {
  type ChatTree,
  handlers,
  parseContent,
  parseTree,
  sanitizeSchema,
  stringifyTree
} from 'chatmd/mdast'
import remarkChat, {chatProcessor} from 'chatmd/remark'
import type {Root, RootContent} from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {describe, expectTypeOf, test} from 'vitest'
import type * as z from 'zod'

describe('functions', () => {
  test('should take a string or a file, and options that may be null', () => {
    expectTypeOf(parse('')).toEqualTypeOf<Chat>()
    expectTypeOf(parse(new VFile(''), null)).toEqualTypeOf<Chat>()
    expectTypeOf(parse('', {} as ParseOptions)).toEqualTypeOf<Chat>()
    expectTypeOf(check).toEqualTypeOf<
      (
        file: string | VFile,
        options?: Readonly<CheckOptions> | null
      ) => Array<ChatProblem>
    >()
    expectTypeOf<ChatProblem>().toExtend<VFileMessage>()
    expectTypeOf<Chat>().toExtend<Parameters<typeof stringify>[0]>()
    expectTypeOf<ChatTree>().not.toExtend<Parameters<typeof stringify>[0]>()
    expectTypeOf<Chat | ChatTree>().toExtend<
      Parameters<typeof stringifyTree>[0]
    >()
    expectTypeOf(stringify({} as Chat, null)).toEqualTypeOf<string>()
    expectTypeOf(new VFile('Hi')).toExtend<Parameters<typeof parse>[0]>()
  })

  test('should take no other options', () => {
    parse('', {position: false})
    parse('', {position: undefined})
    parse('', null)
    check('', {rules: {'empty-turn': false}})
    check('', {rules: null})
    parseTree('', {remarkPlugins: [remarkGfm], position: false})
    stringifyTree({} as ChatTree, {remarkPlugins: [remarkGfm], maxLength: null})
    // @ts-expect-error: a number is no note.
    parse(1)
    // @ts-expect-error: contents that are text take no syntax.
    parse('', {remarkPlugins: []})
    // @ts-expect-error: printing takes no positions.
    stringifyTree({} as ChatTree, {position: false})
    // @ts-expect-error: not an option.
    parse('', {positions: false})
    // @ts-expect-error: not a rule.
    check('', {rules: {'no-such': false}})
    // @ts-expect-error: a turn is no chat.
    stringify({type: 'turn', role: 'user', value: 'Hi'})
  })
})

describe('nodes', () => {
  test('should be nodes of unist', () => {
    expectTypeOf<Chat>().toExtend<Parent>()
    expectTypeOf<Turn>().toExtend<Node>()
    expectTypeOf<Chat['type']>().toEqualTypeOf<'chat'>()
    expectTypeOf<Turn['type']>().toEqualTypeOf<'turn'>()
    expectTypeOf<Chat['children']>().toEqualTypeOf<Array<Turn>>()
    visit(parse(''), 'turn', turn => {
      expectTypeOf(turn).toEqualTypeOf<Turn>()
    })
  })

  test('should be made by hand without `raw` and `position`', () => {
    expectTypeOf<{
      type: 'chat'
      config: Record<string, never>
      children: [{type: 'turn'; role: 'critic'; value: string}]
    }>().toExtend<Chat>()
    expectTypeOf<Turn['model']>().toEqualTypeOf<string | undefined>()
    // @ts-expect-error: a turn has a value.
    const turn: Turn = {type: 'turn', role: 'user'}
    expectTypeOf(turn).toEqualTypeOf<Turn>()
  })

  test('should hold raw strings', () => {
    expectTypeOf<ChatRaw>().toEqualTypeOf<{start: string}>()
    expectTypeOf<TurnRaw>().toEqualTypeOf<{
      open: string
      body: string
      close: string
    }>()
    expectTypeOf<Chat['raw']>().toEqualTypeOf<ChatRaw | undefined>()
    expectTypeOf<Turn['raw']>().toEqualTypeOf<TurnRaw | undefined>()
  })

  test('should know roles, and take others', () => {
    expectTypeOf<KnownRole>().toEqualTypeOf<
      'assistant' | 'developer' | 'system' | 'tool' | 'user'
    >()
    expectTypeOf<KnownRole>().toExtend<Role>()
    expectTypeOf<'critic'>().toExtend<Role>()
    expectTypeOf<number>().not.toExtend<Role>()
  })
})

describe('contents as mdast', () => {
  const tree = parseTree('', {remarkPlugins: [remarkGfm]})
  type TurnTree = ChatTree['children'][number]

  test('should be mdast', () => {
    expectTypeOf(tree).toEqualTypeOf<ChatTree>()
    expectTypeOf(parseContent('')).toEqualTypeOf<Root>()
    expectTypeOf(parseContent({} as Turn, {file: null})).toEqualTypeOf<Root>()
  })

  test('should be parents in place of values', () => {
    expectTypeOf<ChatTree>().toExtend<Parent>()
    expectTypeOf<ChatTree['type']>().toEqualTypeOf<'chat'>()
    expectTypeOf<ChatTree['config']>().toEqualTypeOf<ChatConfig>()
    expectTypeOf<TurnTree['type']>().toEqualTypeOf<'turn'>()
    expectTypeOf<TurnTree['children']>().toEqualTypeOf<Array<RootContent>>()
    expectTypeOf<TurnTree['raw']>().toEqualTypeOf<TurnRaw | undefined>()
    expectTypeOf<TurnTree>().not.toHaveProperty('value')
  })

  test('should be visited by type', () => {
    visit(tree, 'turn', turn => {
      expectTypeOf(turn).toEqualTypeOf<TurnTree>()
    })
    visit(tree, 'link', link => {
      expectTypeOf(link.url).toEqualTypeOf<string>()
    })
    visit(tree, 'chatComment', comment => {
      expectTypeOf(comment.value).toEqualTypeOf<string>()
    })
    visit(parseContent(''), 'chatComment', comment => {
      expectTypeOf(comment.value).toEqualTypeOf<string>()
    })
  })

  test('should go through pipelines', () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkChat, {
        maxLength: 100,
        position: false,
        rules: {'unknown-role': false}
      })
      .use(() => (tree: ChatTree) => {
        tree.children.reverse()
      })
    expectTypeOf(processor.stringify(tree)).toExtend<string | Uint8Array>()
    processor.use(remarkRehype, {handlers})
    expectTypeOf(chatProcessor.parse('')).toEqualTypeOf<ChatTree>()
    chatProcessor().use(rehypeSanitize, sanitizeSchema)
    // @ts-expect-error: not an option.
    unified().use(remarkParse).use(remarkChat, {length: 1})
  })

  test('should be edited', () => {
    const list = edits('', stringifyTree(tree, {remarkPlugins: [remarkGfm]}))
    expectTypeOf(list).toEqualTypeOf<
      Array<{offset: number; length: number; content: string}>
    >()
    expectTypeOf(edits('', parse(''))).toEqualTypeOf(list)
    expectTypeOf(applyEdits('', list)).toEqualTypeOf<string>()
  })
})

describe('config', () => {
  test('should be what the schema gives', () => {
    expectTypeOf<z.infer<typeof configSchema>>().toEqualTypeOf<ChatConfig>()
    expectTypeOf<Chat['config']>().toEqualTypeOf<ChatConfig>()
    expectTypeOf(configSchema.parse({})).toEqualTypeOf<ChatConfig>()
  })

  test('should type the keys that are known', () => {
    expectTypeOf<ChatConfig['temperature']>().toEqualTypeOf<
      number | null | undefined
    >()
    expectTypeOf<ChatConfig['system_commands']>().toEqualTypeOf<
      Array<string> | null | undefined
    >()
    expectTypeOf<ChatConfig['stop']>().toEqualTypeOf<
      string | Array<string> | null | undefined
    >()
    expectTypeOf<ChatConfig['servings']>().toBeUnknown()
  })
})

describe('rules', () => {
  test('should be names', () => {
    expectTypeOf<'empty-turn'>().toExtend<RuleId>()
    expectTypeOf<'no-such'>().not.toExtend<RuleId>()
    expectTypeOf<RuleId>().toExtend<string>()
  })
})
