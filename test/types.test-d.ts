// Types are checked by `tsc`, as all of `test` is; nothing here runs.

import {
  type Chat,
  type ChatConfig,
  type ChatRaw,
  type CheckOptions,
  check,
  configSchema,
  type KnownRole,
  type ParseOptions,
  parse,
  type Role,
  type RuleId,
  stringify,
  type Turn,
  type TurnRaw
} from 'chatmd'
import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {describe, expectTypeOf, test} from 'vitest'
import type * as z from 'zod'

describe('functions', () => {
  test('should take a string or a file, and options that may be null', () => {
    expectTypeOf(parse).toEqualTypeOf<
      (file: string | VFile, options?: Readonly<ParseOptions> | null) => Chat
    >()
    expectTypeOf(check).toEqualTypeOf<
      (
        file: string | VFile,
        options?: Readonly<CheckOptions> | null
      ) => Array<VFileMessage>
    >()
    expectTypeOf(stringify).toEqualTypeOf<(chat: Chat) => string>()
    expectTypeOf(new VFile('Hi')).toExtend<Parameters<typeof parse>[0]>()
  })

  test('should take no other options', () => {
    parse('', {position: false})
    parse('', {position: undefined})
    parse('', null)
    check('', {rules: {'empty-turn': false}})
    check('', {rules: null})
    // @ts-expect-error: a number is no note.
    parse(1)
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
