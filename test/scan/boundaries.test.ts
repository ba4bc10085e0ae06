import fc from 'fast-check'
import {expect, test} from 'vitest'
import {decode} from '../../src/content/encode.ts'
import {findBoundaries} from '../../src/scan/boundaries.ts'
import type {Boundary} from '../../src/scan/boundary.ts'
import {scanLines} from '../../src/scan/lines.ts'
import {createReading, readLine} from '../../src/scan/reading.ts'
import {forEachTurn} from '../../src/scan/scan.ts'
import {text} from '../util/arbitrary.ts'

const settings = {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}

function read(value: string, windowSize?: number) {
  const boundaries: Array<Boundary> = []
  const eachBoundary = findBoundaries(value, 0, {escapes: false}, windowSize)
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

test('should find the same boundaries window by window', () => {
  fc.assert(
    fc.property(text, fc.integer({min: 1, max: 100}), (value, windowSize) => {
      expect(read(value, windowSize)).toEqual(read(value))
    }),
    settings
  )
})

test('should see whatever may be an escape before a turn is handed over', () => {
  fc.assert(
    fc.property(text, fc.integer({min: 1, max: 1000}), (value, windowSize) => {
      const seen = {escapes: false}
      const eachBoundary = findBoundaries(value, 0, seen, windowSize)
      forEachTurn(value, 0, eachBoundary, turn => {
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

test('should pass over code that is longer than a window', () => {
  const code = `\`\`\`\n${'a\n'.repeat(100)}\`\`\`\n`
  const value = `${code}role::user\n${code}`
  expect(read(value, 10)).toMatchObject({
    boundaries: [{start: code.length, header: {role: 'user'}}],
    openFence: undefined
  })
})

test('should find a header after the window of its delimiter', () => {
  const value = '<hr class="__chatgpt_plugin">\n\n\n\n\nrole::user\nrole::a\n'
  expect(read(value, 10).boundaries).toMatchObject([
    {start: 0, end: 45, header: {role: 'user'}},
    {start: 45, end: 53, header: {role: 'a'}}
  ])
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
