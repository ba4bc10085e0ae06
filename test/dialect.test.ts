import {
  type Chat,
  check,
  createParser,
  type Dialect,
  detect,
  edits,
  parse,
  stringify,
  type Turn
} from 'chatmd'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'
import {chatgptMd} from '../src/dialects/chatgpt-md/index.ts'
import {bare, text, toContent} from './util/arbitrary.ts'
import {headings} from './util/headings.ts'

const settings = {numRuns: Number(process.env.FUZZ_RUNS ?? 500)}
const dialect = {dialect: headings}

/** Lines that mean something in this dialect, or nearly do. */
const line = fc.constantFrom(
  '## user',
  '# assistant',
  '## user ',
  '   ###### user\t',
  '    # user',
  '## users',
  '# \\user',
  '# \\\\assistant',
  'a # user',
  '```',
  '````md',
  '  ~~~',
  'text',
  ''
)
const own: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')))
  .map(lines => lines.flat().join(''))
const source = fc.oneof(own, text)

const turn: fc.Arbitrary<Turn> = fc.record({
  type: fc.constant('turn' as const),
  role: fc.constantFrom('user', 'assistant'),
  value: source.map(toContent)
})
const chat: fc.Arbitrary<Chat> = fc.record({
  type: fc.constant('chat' as const),
  dialect: fc.constant('headings'),
  config: fc.constantFrom({}, {a: 1}),
  children: fc.array(turn, {maxLength: 6})
})

describe('schemas of a dialect', () => {
  const own: Dialect = {
    ...headings,
    keys: new Map<string, z.ZodMiniType>([
      ['size', z.pipe(z.number(), z.transform(Math.round))],
      ['on', z.pipe(z.boolean(), z.transform(String))],
      [
        'list',
        z.pipe(
          z.array(z.string()),
          z.transform(list => list.sort())
        )
      ],
      ['map', z.looseObject({})]
    ])
  }

  test('should make of values other values, and leave maps as they are', () => {
    const yaml = 'size: 1.6\non: true\nlist: [b, a]\nmap: {__proto__: 1}'
    expect(parse(`---\n${yaml}\n---\n`, {dialect: own}).config).toEqual(
      JSON.parse(
        '{"size": 2, "on": "true", "list": ["a", "b"], "map": {"__proto__": 1}}'
      )
    )
  })

  test('should leave values alone that are not changed', () => {
    const value = '---\nsize: 1.6\n---\n\n# user\n'
    const tree = parse(value, {dialect: own})
    expect(stringify(tree, {dialect: own})).toBe(value)
    tree.config.size = 3.2
    expect(stringify(tree, {dialect: own})).toBe(value.replace('1.6', '3'))
  })
})

describe('a second dialect', () => {
  test('should be read by its own rules', () => {
    const tree = parse('Hi\n\n## assistant\n\nHo\n', dialect)
    expect(tree.dialect).toBe('headings')
    expect(tree.children.map(({role, value}) => [role, value])).toEqual([
      ['user', 'Hi'],
      ['assistant', 'Ho']
    ])
    expect(detect('## user\n', [headings])).toMatchObject([{confidence: 0.9}])
    expect(check('## user\n', dialect)).toEqual([])
  })

  test('should decide how many lines are a boundary', () => {
    const strict: Dialect = {
      ...headings,
      // Those of users are none.
      measure: ([line]) => ({
        length: line && 'role' in line && line.role === 'user' ? 0 : 1,
        open: false
      })
    }
    const {children} = parse('# user\na\n# assistant\nb', {dialect: strict})
    expect(children.map(({role, value}) => `${role}: ${value}`)).toEqual([
      'user: # user\na',
      'assistant: b'
    ])
  })

  test('should be found among others', () => {
    const value = '---\nsystem_commands: []\n---\n\n## user\n'
    const found = detect(value, [chatgptMd, headings])
    expect(found.map(({dialect}) => dialect)).toEqual([
      'headings',
      'chatgpt-md'
    ])
  })

  test('should be named where it is printed', () => {
    const tree = parse('# user\n', dialect)
    expect(() => stringify(tree)).toThrow(
      'Expected `options.dialect` to be `headings`, which the chat is of, not `chatgpt-md`'
    )
    expect(stringify(tree, dialect)).toBe('# user\n')
    expect(edits('# user\n', tree, dialect)).toEqual([])
  })

  test('should hold laws 1, 3, and 5', () => {
    fc.assert(
      fc.property(source, value => {
        const tree = parse(value, dialect)
        expect(stringify(tree, dialect)).toBe(value)
        expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
        const raws = tree.children.map(({raw}) =>
          raw ? raw.open + raw.body + raw.close : ''
        )
        expect(tree.raw?.start + raws.join('')).toBe(value)
        tree.children.forEach(({position}, index) => {
          const {start, end} = position ?? {}
          expect(value.slice(start?.offset, end?.offset)).toBe(raws[index])
        })
      }),
      settings
    )
  })

  test('should hold law 2', () => {
    fc.assert(
      fc.property(chat, fc.boolean(), (tree, isParsed) => {
        const value = stringify(tree, dialect)
        expect(bare(parse(value, dialect))).toEqual(bare(tree))
        if (!isParsed) return
        const read = parse(value, dialect)
        read.children.reverse()
        expect(bare(parse(stringify(read, dialect), dialect))).toEqual(
          bare(read)
        )
      }),
      settings
    )
  })

  test('should hold law 4', () => {
    const plain = own.map(value => value.replace(/[`~]/g, 'x'))
    fc.assert(
      fc.property(plain, fc.nat(), (value, pick) => {
        const tree = parse(value, dialect)
        const turn = tree.children[pick % tree.children.length]
        const {start, end} = turn?.position ?? {}
        if (!turn || !start || !end) return
        turn.value = 'changed'
        const printed = stringify(tree, dialect)
        expect(printed.slice(0, start.offset)).toBe(
          value.slice(0, start.offset)
        )
        expect(printed.endsWith(value.slice(end.offset))).toBe(true)
      }),
      settings
    )
  })

  test('should be streamed', () => {
    fc.assert(
      fc.property(source, fc.nat({max: 7}), (value, size) => {
        const turns: Array<Turn> = []
        const parser = createParser({
          ...dialect,
          onTurn: turn => turns.push(turn)
        })
        for (let start = 0; start < value.length; start += size + 1) {
          parser.push(value.slice(start, start + size + 1))
          expect(parser.chat).toEqual(
            parse(value.slice(0, start + size + 1), dialect)
          )
        }
        expect(parser.end()).toEqual(parse(value, dialect))
        expect(turns).toEqual(parse(value, dialect).children)
      }),
      settings
    )
  })
})
