import fc from 'fast-check'
import {expect, test} from 'vitest'
import {decode} from '../../src/content/encode.ts'
import {
  type Boundary,
  createReading,
  findBoundaries,
  readLine
} from '../../src/scan/boundaries.ts'
import {scanLines, scanStructure} from '../../src/scan/lines.ts'
import {scan} from '../../src/scan/scan.ts'
import {note, text} from '../util/arbitrary.ts'

const settings = {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}

test('should find the same boundaries where code is passed over', () => {
  fc.assert(
    fc.property(text, value => {
      const reading = createReading(value, scanLines(value, 0))
      const boundaries: Array<Boundary> = []
      while (reading.index < reading.lines.length) {
        const boundary = readLine(reading)
        if (boundary) boundaries.push(boundary)
      }
      expect(findBoundaries(value, 0)).toEqual({
        boundaries,
        openFence: reading.fence
      })
    }),
    settings
  )
})

test('should see whatever may be an escape', () => {
  fc.assert(
    fc.property(note, value => {
      const {turns, escapes} = scan(value)
      const bodies = turns.map(turn =>
        value.slice(turn.bodyStart, turn.bodyEnd)
      )
      const hasEscapes = bodies.some(body => decode(body) !== body)
      expect(escapes || !hasEscapes).toBe(true)
    }),
    settings
  )
})

test.each([
  ['code that closes', '```\na\n```\nrole::user\n', 'header'],
  ['code that closes with a longer fence', '```\n````\nrole::user\n', 'header'],
  ['code in code', '````\n```js\n```\n````\nrole::user\n', 'header'],
  [
    'fences of the other marker in code',
    '```\n~~~\n```\nrole::user\n',
    'header'
  ]
])('should pass over %s', (_, value, kind) => {
  const lines = scanStructure(value, 0, {escapes: false})
  expect(lines.map(line => line.kind)).toEqual([kind])
})

test.each([
  ['code with a header in it', '```\nrole::user\n```\n'],
  ['code that does not close', '```\nrole::user\n'],
  ['code after that', '```\nrole::user\n```\n~~~\n~~~\n']
])('should look at %s', (_, value) => {
  expect(scanStructure(value, 0, {escapes: false})).toEqual(scanLines(value, 0))
})
