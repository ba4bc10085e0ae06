import {
  type Chat,
  type ChatConfig,
  check,
  parse,
  stringify,
  type Turn
} from 'chatmd'
import fc from 'fast-check'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Position} from 'unist'
import {VFile} from 'vfile'
import {location} from 'vfile-location'
import {describe, expect, test} from 'vitest'
import {
  bare,
  chat,
  config,
  note,
  plainText,
  text,
  toContent,
  turn,
  turns
} from './util/arbitrary.ts'
import {countDelimiters, isDelimiter, splitAsPlugin} from './util/plugin.ts'
import {hasShared, readShared, reason} from './util/shared.ts'

const settings = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 1000),
  includeErrorInReport: true
}

describe('law 1', () => {
  test('should give every string back byte for byte', () => {
    fc.assert(
      fc.property(note, value => {
        expect(stringify(parse(value))).toBe(value)
        expect(stringify(parse(value, {position: false}))).toBe(value)
      }),
      settings
    )
  })
})

describe('law 2', () => {
  test('should read back every chat that can be built', () => {
    fc.assert(
      fc.property(chat, tree => {
        const value = stringify(tree)
        expect(bare(parse(value))).toEqual(bare(tree))
        expect(splitAsPlugin(value).length).toBeLessThanOrEqual(
          tree.children.length + 1
        )
      }),
      settings
    )
  })

  test('should read back turns deleted, reordered, pasted, and changed', () => {
    fc.assert(
      fc.property(note, turns, (value, children) => {
        const tree: Chat = {...parse(value), children}
        const printed = stringify(tree)
        expect(bare(parse(printed))).toEqual(bare(tree))
        expect(splitAsPlugin(printed).length).toBeLessThanOrEqual(
          children.length + 1 + children.reduce(countKept, 0)
        )
      }),
      settings
    )
  })

  test('should take blank lines at the ends of a content for no content', () => {
    fc.assert(
      fc.property(turn, text, (turn, value) => {
        const tree: Chat = {
          type: 'chat',
          config: {},
          children: [{...turn, value}]
        }
        const [read] = parse(stringify(tree)).children
        expect(read?.value).toBe(toContent(value))
      }),
      settings
    )
  })

  test('should read back every config that can be set', () => {
    fc.assert(
      fc.property(note, config, (value, config) => {
        const tree: Chat = {...parse(value), config}
        const read = parse(stringify(tree))
        expect(bare(read)).toEqual(bare(tree))
      }),
      settings
    )
  })
})

describe('law 3', () => {
  test('should lose nothing through JSON and structured clones', () => {
    fc.assert(
      fc.property(note, value => {
        const tree = parse(value)
        const json: Chat = JSON.parse(JSON.stringify(tree))
        expect(json).toEqual(tree)
        expect(structuredClone(tree)).toEqual(tree)
        expect(stringify(json)).toBe(value)
        expect(stringify(structuredClone(tree))).toBe(value)
      }),
      settings
    )
  })
})

describe('law 4', () => {
  test('should leave all other bytes alone when one turn changes', () => {
    fc.assert(
      fc.property(
        note,
        fc.nat(),
        text,
        fc.constantFrom(undefined, 'user', 'assistant'),
        fc.constantFrom(undefined, 'gpt-4o'),
        (source, pick, value, role, model) => {
          const tree = parse(source)
          const index = pick % (tree.children.length || 1)
          const old = tree.children[index]
          fc.pre(old !== undefined)
          const changed: Turn = {...old, value: toContent(value)}
          if (role) changed.role = role
          if (model) changed.model = model
          tree.children[index] = changed
          const printed = stringify(tree)
          expect(bare(parse(printed))).toEqual(bare(tree))
          const [before, after] = splitAround(source, tree, index)
          expect(
            printed.startsWith(before) || isFirstOpened(source, printed, before)
          ).toBe(true)
          expect(printed.endsWith(after)).toBe(true)
        }
      ),
      settings
    )
  })

  test('should leave the next boundary alone if no code is left open', () => {
    fc.assert(
      fc.property(note, fc.nat(), plainText, (source, pick, value) => {
        const tree = parse(source)
        const index = pick % (tree.children.length || 1)
        const old = tree.children[index]
        // A fence that goes can make code of other turns, or text of their code.
        fc.pre(old !== undefined && !/```|~~~/.test(old.value))
        tree.children[index] = {...old, value}
        const printed = stringify(tree)
        const {start, end} = old.position as Position
        expect(printed.startsWith(source.slice(0, start.offset))).toBe(true)
        expect(printed.endsWith(source.slice(end.offset))).toBe(true)
      }),
      settings
    )
  })

  test('should leave the turns alone when the config changes', () => {
    fc.assert(
      fc.property(note, source => {
        const tree = parse(source)
        const first = tree.children[0]
        fc.pre(first !== undefined)
        const config: ChatConfig = {...tree.config, top_p: 0.25}
        const printed = stringify({...tree, config})
        const after = source.slice(first.position?.start.offset)
        expect(printed.slice(printed.length - after.length)).toBe(after)
        expect(parse(printed).config).toEqual(config)
      }),
      settings
    )
  })
})

/**
 * Give the text before a turn, and the text after it and the boundary of the
 * next, whose delimiter may become hard.
 */
function splitAround(
  source: string,
  {children}: Chat,
  index: number
): [string, string] {
  const {start, end} = (children[index] as Turn).position as Position
  const next = children[index + 1]?.raw?.open ?? ''
  const rest = source.slice(end.offset)
  return [source.slice(0, start.offset), rest.slice(next.length)]
}

/** Whether all that is new is a boundary, so that nothing is frontmatter. */
function isFirstOpened(
  source: string,
  printed: string,
  before: string
): boolean {
  const [first] = parse(source).children
  const [opened] = parse(printed).children
  const start = first?.position?.start.offset ?? 0
  const written = opened?.raw?.open ?? ''
  return (
    source.startsWith('---', source.startsWith('\ufeff') ? 1 : 0) &&
    first?.raw?.open === '' &&
    printed.startsWith(before.slice(0, start) + written + before.slice(start))
  )
}

describe('law 5', () => {
  test('should tile the file with raw strings, found at their positions', () => {
    fc.assert(
      fc.property(note, value => {
        const {raw, children, position} = parse(value)
        const file = location(value)
        let end = raw?.start.length ?? 0
        expect(raw?.start).toBe(value.slice(0, end))
        for (const turn of children) {
          const {open, body, close} = turn.raw ?? {
            open: '',
            body: '',
            close: ''
          }
          expect(turn.position?.start).toEqual(file.toPoint(end))
          expect(value.startsWith(open + body + close, end)).toBe(true)
          end += open.length + body.length + close.length
          expect(turn.position?.end).toEqual(file.toPoint(end))
        }
        expect(end).toBe(value.length)
        expect(position).toEqual({
          start: file.toPoint(0),
          end: file.toPoint(end)
        })
      }),
      settings
    )
  })

  test('should point problems at places in the file, in file order', () => {
    fc.assert(
      fc.property(note, value => {
        const offsets = check(value).map(problem => {
          const {place} = problem
          const start = place && 'start' in place ? place.start : undefined
          const end = place && 'end' in place ? place.end : undefined
          const from = start?.offset ?? -1
          const to = end?.offset ?? -1
          const {toPoint} = location(value)
          expect(start).toEqual(toPoint(from))
          expect(end).toEqual(toPoint(to))
          expect(from).toBeLessThanOrEqual(to)
          expect(problem.reason).toMatch(
            /^(Unexpected|Cannot|Missing|Expected) .+[^.]$/
          )
          return from
        })
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
      }),
      settings
    )
  })
})

describe('law 7', () => {
  const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze()

  test('should take for frontmatter what remark-frontmatter takes', () => {
    const line = fc.constantFrom(
      ...['---', '--- ', '---\t', ' ---', '----', '--- x', '...', 'a: 1', ''],
      ...['\ufeff', '\ufeff---', '```', '- a', '> ---', '+++', '\u00a0', '\0']
    )
    const lines = fc.array(
      fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')),
      {maxLength: 8}
    )
    fc.assert(
      fc.property(
        fc.oneof(
          lines.map(lines => lines.flat().join('')),
          lines.map(lines => lines.flat().slice(0, -1).join('')),
          note
        ),
        value => {
          const mark = value.startsWith('\ufeff') ? 1 : 0
          const [first] = processor.parse(value).children
          const end = first?.type === 'yaml' ? first.position?.end.offset : 0
          const expected = end ? value.slice(mark, mark + end) : ''
          const start = parse(value).raw?.start.slice(mark) ?? ''
          // The start of a note ends in blank lines as well.
          expect(start.trimEnd()).toBe(expected.trimEnd())
        }
      ),
      settings
    )
  })
})

describe('parse and check', () => {
  test('should report on a file what is found in it', () => {
    fc.assert(
      fc.property(note, value => {
        const parsed = new VFile(value)
        const checked = new VFile(value)
        expect(parse(parsed)).toEqual(parse(value))
        const problems = check(checked)
        expect(checked.messages).toEqual(problems)
        const all = new Set(problems.map(String))
        expect(parsed.messages.map(String).every(d => all.has(d))).toBe(true)
      }),
      settings
    )
  })
})

describe.skipIf(!hasShared)(`real notes${reason}`, () => {
  const sources: Array<{file: string}> = hasShared
    ? JSON.parse(readShared('corpus/expected.json'))
    : []
  const values = sources.map(({file}) => readShared(`corpus/${file}`))

  test('should read back turns deleted, reordered, pasted, and changed', () => {
    const pool = values.flatMap(value => parse(value).children)
    const list = fc.array(
      fc.tuple(
        fc.nat(pool.length - 1),
        fc.constantFrom('keep', 'keep', 'change'),
        turn
      ),
      {maxLength: 12}
    )
    fc.assert(
      fc.property(fc.constantFrom(...values), list, (value, picks) => {
        const children = picks.map(([index, how, change]): Turn => {
          const {model: _, ...picked} = pool[index] as Turn
          return how === 'keep' ? (pool[index] as Turn) : {...picked, ...change}
        })
        const tree: Chat = {...parse(value), children}
        const printed = stringify(tree)
        expect(bare(parse(printed))).toEqual(bare(tree))
        expect(splitAsPlugin(printed).length).toBeLessThanOrEqual(
          children.length + 1 + children.reduce(countKept, 0)
        )
      }),
      settings
    )
  })
})

/** Count delimiters that a turn brings along, where its author put them. */
function countKept(sum: number, {raw}: Turn): number {
  if (!raw) return sum
  const own = raw.open.split(/[\r\n]+/).some(isDelimiter) ? 1 : 0
  return sum + countDelimiters(raw.open) - own + countDelimiters(raw.body)
}

describe('law 8', () => {
  test('should find no error in what is written anew', () => {
    const role = fc.constantFrom('user', 'assistant', 'developer')
    const model = fc.constantFrom(undefined, 'm', 'user-tuned', 'a-developer')
    const speaker = fc.record({role, model}, {requiredKeys: ['role']})
    fc.assert(
      fc.property(chat, fc.array(speaker), (tree, speakers) => {
        const children = tree.children.map(
          ({model: _, ...turn}, index): Turn => ({
            ...turn,
            ...(speakers[index] ?? {role: 'user'})
          })
        )
        const value = stringify({...tree, children})
        expect(bare(parse(value))).toEqual(bare({...tree, children}))
        const errors = check(value).filter(({fatal}) => fatal === true)
        expect(errors.map(String)).toEqual([])
      }),
      settings
    )
  })
})
