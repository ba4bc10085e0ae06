import {type Chat, parse, stringify} from 'chatmd'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bare, chat, note, turns} from './util/arbitrary.ts'

const numRuns = Number(process.env.FUZZ_RUNS ?? 1000)
const settings: fc.Parameters<unknown> = {
  numRuns,
  ...(process.env.FUZZ_SEED && {seed: Number(process.env.FUZZ_SEED)})
}

describe('laws', () => {
  test('should give every string back byte for byte', () => {
    fc.assert(
      fc.property(note, value => {
        expect(stringify(parse(value))).toBe(value)
      }),
      settings as never
    )
  })

  test('should read back every chat that can be built', () => {
    fc.assert(
      fc.property(chat, tree => {
        expect(bare(parse(stringify(tree)))).toEqual(bare(tree))
      }),
      settings as never
    )
  })

  test('should read back turns that were deleted, reordered, pasted, changed', () => {
    fc.assert(
      fc.property(note, turns, (value, children) => {
        const tree: Chat = {...parse(value), children}
        expect(bare(parse(stringify(tree)))).toEqual(bare(tree))
      }),
      settings as never
    )
  })
})
