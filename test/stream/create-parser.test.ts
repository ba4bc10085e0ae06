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

/** Lines of fences and boundaries, where what is code is often open for long. */
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
