import {createParser, parse, type Turn} from 'chatmd'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {note, text} from '../util/arbitrary.ts'
import {hasShared, readShared, reason} from '../util/shared.ts'

const settings = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 1000),
  ...(process.env.FUZZ_SEED && {seed: Number(process.env.FUZZ_SEED)}),
  includeErrorInReport: true
}

/** Lines of fences and boundaries, where code is often open for long. */
const fences: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...['```', '```', '````', '~~~', '```js', '````js', '~~~js'],
        ...[' ```', '  ~~~', 'x', '', ' ', 'role::user', 'role::a b'],
        '<hr class="__chatgpt_plugin">',
        '<hr class="__chatgpt_plugin">',
        '<hr class="__chatgpt_plugin">',
        ' <hr class="__chatgpt_plugin">',
        '<hr class="__chatgpt_plugin"> ',
        '```\n<hr class="__chatgpt_plugin">\n```',
        '```\n<hr class="__chatgpt_plugin">\n```\nrole::c',
        '```\nx\n<hr class="__chatgpt_plugin">\n```',
        '<span style="font-size: small;"> (m)</span>',
        'role::a<span style="font-size: small;"> (n)</span>'
      ),
      fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r')
    ),
    {maxLength: 40}
  )
  .map(lines => lines.flat().join(''))

const source = fc.oneof(
  {weight: 2, arbitrary: note},
  {weight: 1, arbitrary: text},
  {weight: 3, arbitrary: fences}
)

/** Cut `value` at offsets that are made of `cuts`. */
function split(value: string, cuts: ReadonlyArray<number>): Array<string> {
  const offsets = cuts.map(cut => cut % (value.length + 1))
  const ends = [...offsets.sort((a, b) => a - b), value.length]
  return ends.map((end, index) => value.slice(ends[index - 1] ?? 0, end))
}

/** Push pieces, and expect all that is promised after each. */
function expectParsed(pieces: ReadonlyArray<string>, position: boolean) {
  const value = pieces.join('')
  const turns: Array<Turn> = []
  const copies: Array<Turn> = []
  const parser = createParser({
    position,
    onTurn(turn, index) {
      expect(index).toBe(turns.length)
      turns.push(turn)
      copies.push(structuredClone(turn))
    }
  })
  let prefix = ''
  for (const piece of pieces) {
    prefix += piece
    parser.push(piece)
    expect(parser.chat).toStrictEqual(parse(prefix, {position}))
    turns.forEach((turn, index) => {
      expect(parser.chat.children[index]).toBe(turn)
    })
  }
  const whole = parse(value, {position})
  expect(whole.children.slice(0, copies.length)).toStrictEqual(copies)
  expect(parser.end()).toStrictEqual(whole)
  expect(copies).toStrictEqual(whole.children)
  turns.forEach((turn, index) => {
    expect(parser.chat.children[index]).toBe(turn)
  })
}

describe('law', () => {
  test('should be at `parse` after every piece, and take no turn back', () => {
    fc.assert(
      fc.property(
        source,
        fc.array(fc.nat(), {maxLength: 8}),
        fc.boolean(),
        (value, cuts, position) => expectParsed(split(value, cuts), position)
      ),
      settings
    )
  })

  test('should be at `parse` after every character', () => {
    fc.assert(
      fc.property(source, value => expectParsed(value.split(''), true)),
      settings
    )
  })

  test('should give the same turns when nobody looks', () => {
    fc.assert(
      fc.property(source, fc.array(fc.nat(), {maxLength: 8}), (value, cuts) => {
        const turns: Array<Turn> = []
        const parser = createParser({onTurn: turn => turns.push(turn)})
        for (const piece of split(value, cuts)) parser.push(piece)
        expect(parser.end()).toStrictEqual(parse(value))
        expect(turns).toStrictEqual(parse(value).children)
      }),
      {...settings, numRuns: settings.numRuns * 4}
    )
  })
})

describe('createParser', () => {
  const span = '<span style="font-size: small;"> (m)</span>'
  const line = '<hr class="__chatgpt_plugin">'

  /** Number of final turns after each piece. */
  function count(...pieces: Array<string>): Array<number> {
    let final = 0
    const parser = createParser({onTurn: () => final++})
    return pieces.map(piece => {
      parser.push(piece)
      return final
    })
  }

  test('should start as an empty note', () => {
    expect(createParser().chat).toEqual(parse(''))
    expect(createParser(null).end()).toEqual(parse(''))
  })

  test('should call a turn final once the header after it is decided', () => {
    expect(count('Hi\n', `${line}`, '\n', '\n', 'x', '\n')).toEqual([
      ...[0, 0, 0, 0, 0, 1]
    ])
    expect(count('Hi\n', `${line}\n`, 'role::a', '\r', '\n', 'b')).toEqual([
      ...[0, 0, 0, 0, 1, 1]
    ])
    expect(count('Hi\n', `${line}\n`, `${span}\n`, 'role::a\n')).toEqual([
      ...[0, 0, 0, 1]
    ])
  })

  test('should call a turn final at a header without a delimiter', () => {
    expect(count('Hi\n', 'role::tool', '\n', 'role::b c\n')).toEqual([
      0, 0, 1, 1
    ])
  })

  test('should wait while code that holds a delimiter is open', () => {
    expect(count(`\`\`\`\nx\n${line}\n`, 'a\n', 'role::a\n')).toEqual([0, 0, 0])
    expect(count(`\`\`\`\nx\n${line}\na\n`, '```js\n', 'b\n```\n')).toEqual([
      0, 1, 1
    ])
    expect(
      count(`\`\`\`\nx\n${line}\n\`\`\`\n`, 'a\n', `${line}\n`, 'a\n')
    ).toEqual([0, 0, 0, 1])
  })

  test('should wait for what may be a fenced delimiter', () => {
    const fenced = ['a\n```\n', `${line}\n`, '```\n', 'role::a b\n']
    expect(count(...fenced)).toEqual([0, 0, 0, 1])
    // It ends the chain of the code before it as well.
    const code = `\`\`\`\nx\n${line}\n\`\`\`\n`
    expect(count(code, ...fenced)).toEqual([0, 0, 0, 0, 1])
    expect(count(code, ...fenced.slice(0, 3), 'a\n', `${span}\n`)).toEqual([
      ...[0, 0, 0, 0, 0, 0]
    ])
    expect(count(code, ...fenced.slice(0, 3), `${span}\n`, 'x\n')).toEqual([
      ...[0, 0, 0, 0, 0, 0]
    ])
  })

  test('should wait while frontmatter is open', () => {
    const open = `---\n${line}\n\nrole::a\n`
    expect(count(open, 'a\n', '---\n', `b\n${line}\na\n`)).toEqual([0, 0, 0, 1])
    expect(count(`a\n${open}`, 'role::user\n')).toEqual([1, 2])
  })

  test('should read frontmatter once', () => {
    const parser = createParser()
    parser.push('\ufeff---\nmodel: x\n---\n')
    const {config} = parser.chat
    parser.push(`\n\n${line}\n`)
    expect(parser.chat.config).toBe(config)
    expect(parser.end()).toBe(parser.chat)
    expect(parser.end().config).toEqual({model: 'x'})
  })

  test('should go on after a callback that throws or pushes', () => {
    const seen: Array<string> = []
    const parser = createParser({
      onTurn({value}, index) {
        seen.push(`${index} ${value}`)
        if (index === 0) throw new Error('no')
        if (index === 1) parser.push(`c\n${line}\nx\n`)
      }
    })
    expect(() => parser.push('a\nrole::tool\nb\nrole::tool\n')).toThrow('no')
    expect(seen).toEqual(['0 a'])
    parser.push('')
    expect(seen).toEqual(['0 a', '1 b', '2 c'])
    parser.end()
    expect(seen).toEqual(['0 a', '1 b', '2 c', '3 x'])
  })

  test('should throw on wrong use', () => {
    const parser = createParser()
    // @ts-expect-error: no string.
    expect(() => parser.push(1)).toThrow('Expected `text` to be a string')
    // @ts-expect-error: no function.
    expect(() => createParser({onTurn: 1})).toThrow(
      'Expected `options.onTurn` to be a function'
    )
    parser.end()
    expect(() => parser.push('')).toThrow('Cannot push text after the end')
  })
})

describe.skipIf(!hasShared)(`shared notes${reason}`, () => {
  const cases: Array<{name: string; source: string}> = hasShared
    ? JSON.parse(readShared('conformance/turns.json'))
    : []
  const notes: Array<{file: string}> = hasShared
    ? JSON.parse(readShared('corpus/expected.json'))
    : []

  test.each(cases)('should read “$name” at every cut', ({source}) => {
    expectParsed(source.split(''), true)
  })

  test.each(notes)('should read $file in pieces', ({file}) => {
    const value = readShared(`corpus/${file}`)
    const size = Math.max(1, Math.ceil(value.length / 40))
    const pieces = Array.from({length: 40}, (_, index) =>
      value.slice(index * size, (index + 1) * size)
    )
    expectParsed(pieces, true)
    const turns: Array<Turn> = []
    const parser = createParser({onTurn: turn => turns.push(turn)})
    for (const character of value) parser.push(character)
    parser.end()
    expect(turns).toStrictEqual(parse(value).children)
  })
})
