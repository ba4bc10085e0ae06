import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createPackedLines} from '../../src/scan/line-list.ts'
import {type Line, scanLines} from '../../src/scan/lines.ts'
import {text} from '../util/arbitrary.ts'

function pack(lines: ReadonlyArray<Line>) {
  const packed = createPackedLines()
  for (const line of lines) packed.push(line)
  return packed
}

/** What a list keeps of a line: of a header, just where it is. */
function toKept(line: Line): Line {
  const {kind, start, end} = line
  return kind === 'header' ? {kind, start, end} : line
}

function unpack(lines: ReadonlyArray<Line>): Array<Line | undefined> {
  const packed = pack(lines)
  return Array.from({length: packed.length}, (_, index) => packed.at(index))
}

test('should give back the lines of any text', () => {
  fc.assert(
    fc.property(text, value => {
      const lines = scanLines(value, 0)
      expect(unpack(lines)).toEqual(lines.map(toKept))
    })
  )
})

test('should give back more lines than are in a block', () => {
  const value = '```js\nrole::user\n  ~~~~\n<hr class="__chatgpt_plugin"> \n'
  const lines = scanLines(value.repeat(1000), 0)
  expect(lines).toHaveLength(4000)
  expect(unpack(lines)).toEqual(lines.map(toKept))
})

test('should give nothing after the last line', () => {
  expect(pack([]).at(0)).toBeUndefined()
  expect(pack(scanLines('~~~\n', 0)).at(1)).toBeUndefined()
})
