import fc from 'fast-check'
import {expect, test} from 'vitest'
import {decode} from '../../src/content/encode.ts'
import {
  type Boundary,
  createReading,
  findBoundaries,
  readLine
} from '../../src/scan/boundaries.ts'
import {scanLines} from '../../src/scan/lines.ts'
import {forEachTurn} from '../../src/scan/scan.ts'
import {text} from '../util/arbitrary.ts'

const settings = {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}

function read(value: string) {
  const boundaries: Array<Boundary> = []
  const eachBoundary = findBoundaries(value, 0, {escapes: false})
  const openFence = eachBoundary(boundary => boundaries.push(boundary))
  return {boundaries, openFence}
}

test('should find the same boundaries where code is passed over', () => {
  fc.assert(
    fc.property(text, value => {
      const reading = createReading(value, scanLines(value, 0))
      const boundaries: Array<Boundary> = []
      while (reading.index < reading.lines.length) {
        const boundary = readLine(reading)
        if (boundary) boundaries.push(boundary)
      }
      expect(read(value)).toEqual({boundaries, openFence: reading.fence})
    }),
    settings
  )
})

test('should see whatever may be an escape before a turn is handed over', () => {
  fc.assert(
    fc.property(text, value => {
      const seen = {escapes: false}
      forEachTurn(value, 0, findBoundaries(value, 0, seen), turn => {
        const body = value.slice(turn.bodyStart, turn.bodyEnd)
        expect(seen.escapes || decode(body) === body).toBe(true)
      })
    }),
    settings
  )
})

test.each([
  ['code that closes', '```\na\n```\nrole::user\n'],
  ['code that closes with a longer fence', '```\n````\nrole::user\n'],
  ['code in code', '````\n```js\n```\n````\nrole::user\n'],
  ['fences of the other marker in code', '```\n~~~\n```\nrole::user\n'],
  ['code after code', '~~~\n~~~\n```\n```\nrole::user\n']
])('should pass over %s', (_, value) => {
  expect(read(value).boundaries).toMatchObject([{header: {role: 'user'}}])
})

test.each([
  ['code with a header in it', '```\nrole::user\n```\n', undefined],
  ['code that does not close', 'a\n```\nrole::user\n', 2],
  ['code that does not close, after that', '```\n\nrole::user\n```\n~~~', 20]
])('should not pass over %s', (_, value, openStart) => {
  const {boundaries, openFence} = read(value)
  expect(boundaries).toEqual([])
  expect(openFence?.start).toBe(openStart)
})
