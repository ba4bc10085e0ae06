import {
  appendTurn,
  applyEdits,
  check,
  createParser,
  detect,
  edits,
  escapeContent,
  parse,
  stream,
  stringify
} from 'chatmd'
import {describe, expect, test} from 'vitest'

const turn = {type: 'turn', role: 'user', value: 'a'}
const chat = {type: 'chat', config: {}, children: [turn]}

/** Every function that takes options, with the rest of its arguments right. */
const withOptions: Array<[string, (options: never) => unknown]> = [
  ['appendTurn', options => appendTurn('a', turn as never, options)],
  ['check', options => check('a', options)],
  ['createParser', options => createParser(options)],
  ['edits', options => edits('a', chat as never, options)],
  ['escapeContent', options => escapeContent('a', options)],
  ['parse', options => parse('a', options)],
  ['stream', options => stream(options)],
  ['stringify', options => stringify(chat as never, options)]
]

describe.each(withOptions)('%s', (_, run) => {
  test.each([3, 'x', true, [], () => {}])(
    'should not take %s for options',
    options => {
      expect(() => run(options as never)).toThrow(
        new TypeError('Expected `options` to be an object')
      )
    }
  )

  test.each([3, 'headings', [], {}, {needles: []}])(
    'should not take %j for a dialect',
    dialect => {
      expect(() => run({dialect} as never)).toThrow(
        new TypeError('Expected `options.dialect` to be a dialect')
      )
    }
  )

  test.each([undefined, null, {}, {dialect: null}])(
    'should take %j for no options',
    options => {
      expect(() => run(options as never)).not.toThrow()
    }
  )
})

describe('options', () => {
  test.each<[string, () => unknown, string]>([
    ['position', () => parse('', {position: 1 as never}), 'a boolean'],
    ['position', () => createParser({position: 'x' as never}), 'a boolean'],
    ['position', () => stream({position: {} as never}), 'a boolean'],
    ['onTurn', () => createParser({onTurn: 1 as never}), 'a function'],
    ['rules', () => check('', {rules: 3 as never}), 'an object'],
    ['rules', () => check('', {rules: ['empty-turn'] as never}), 'an object'],
    [
      "rules['empty-turn']",
      () => check('', {rules: {'empty-turn': 'off' as never}}),
      'a boolean, `error`, `warning`, or `info`'
    ]
  ])('should have %s of its type', (name, run, type) => {
    expect(run).toThrow(
      new TypeError(`Expected \`options.${name}\` to be ${type}`)
    )
  })

  test('should take a rule that is `undefined` for one not named', () => {
    expect(check('', {rules: {'empty-turn': undefined}} as never)).toEqual([])
  })
})

describe('arguments', () => {
  test.each<[string, (value: never) => unknown]>([
    ['source', value => appendTurn(value, turn as never)],
    ['source', value => applyEdits(value, [])],
    ['source', value => edits(value, 'a')],
    ['value', value => detect(value)],
    ['value', value => escapeContent(value)],
    ['text', value => createParser().push(value)]
  ])('should have a string for `%s`', (name, run) => {
    for (const value of [undefined, null, 3, {}, ['a']]) {
      expect(() => run(value as never)).toThrow(
        new TypeError(`Expected \`${name}\` to be a string`)
      )
    }
  })

  test.each<[string, () => unknown]>([
    ['`file` to be a string or a `VFile`', () => parse({} as never)],
    [
      '`file.value` to be a string or bytes',
      () => parse({messages: [], value: 3} as never)
    ],
    ['`dialects` to be a list', () => detect('', {} as never)],
    ['`dialects[0]` to be a dialect', () => detect('', ['x'] as never)],
    ['`edits` to be a list', () => applyEdits('', {} as never)],
    ['`edits[0]` to be an object', () => applyEdits('', [null] as never)],
    [
      '`edits[1].content` to be a string',
      () => {
        const edit = {offset: 0, length: 0, content: ''}
        applyEdits('', [edit, {...edit, content: undefined}] as never)
      }
    ],
    ['`turn` to be a `turn` node', () => appendTurn('', null as never)],
    [
      '`turn.value` to be a string',
      () => appendTurn('', {type: 'turn', role: 'user'} as never)
    ]
  ])('should have %s', (expected, run) => {
    expect(run).toThrow(new TypeError(`Expected ${expected}`))
  })

  test('should have no hole in a list of turns', () => {
    const children = [turn]
    children[2] = turn
    expect(() => stringify({...chat, children} as never)).toThrow(
      new TypeError('Expected `chat.children[1]` to be a `turn` node')
    )
  })

  test.each([
    ['chat.raw.start', {...chat, raw: {}}],
    ['chat.children[0].raw.open', {...chat, children: [{...turn, raw: {}}]}]
  ])('should have `%s` in raw strings', (name, tree) => {
    expect(() => stringify(tree as never)).toThrow(
      new TypeError(`Expected \`${name}\` to be a string`)
    )
  })
})
