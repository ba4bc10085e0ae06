import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findBranches} from '../../../src/convert/import/find-branches.ts'

/** Nodes as `a: '', b: 'a'`: keys and their parents. */
function toNodes(
  parents: Record<string, string>,
  times: Record<string, number> = {}
): Map<string, {parent: string; time?: number}> {
  return new Map(
    Object.entries(parents).map(([key, parent]) => {
      const time = times[key]
      return [key, time === undefined ? {parent} : {parent, time}]
    })
  )
}

describe('findBranches', () => {
  const fork = toNodes({a: '', b: 'a', c: 'a', d: 'c'})

  test.each<[string, string | undefined, boolean, unknown]>([
    ['the branch of the message that is shown', 'd', false, [['a', 'c', 'd']]],
    ['a branch that ends before its end', 'c', false, [['a', 'c']]],
    [
      'the last branch where none is shown',
      undefined,
      false,
      [['a', 'c', 'd']]
    ],
    ['the last branch where none is there', 'x', false, [['a', 'c', 'd']]],
    [
      'all, the one that is shown first',
      'd',
      true,
      [
        ['a', 'c', 'd'],
        ['a', 'b']
      ]
    ],
    [
      'all, where a message in the middle is shown',
      'a',
      true,
      [
        ['a', 'b'],
        ['a', 'c', 'd']
      ]
    ]
  ])('should take %s', (_, current, all, taken) => {
    expect(findBranches(fork, current, all).taken).toEqual(taken)
  })

  test('should list what each other branch has alone', () => {
    const nodes = toNodes({a: '', b: 'a', c: 'a', d: 'c', e: 'c', f: 'e'})
    expect(findBranches(nodes, 'b', false)).toEqual({
      taken: [['a', 'b']],
      dropped: [
        ['c', 'd'],
        ['e', 'f']
      ]
    })
  })

  test('should take the newest branch where none is shown', () => {
    const nodes = toNodes({a: '', b: 'a', c: 'a'}, {b: 2, c: 1})
    expect(findBranches(nodes, null, false).taken).toEqual([['a', 'b']])
  })

  test('should end a branch whose first message has a parent that is missing', () => {
    const nodes = toNodes({a: '', b: 'gone', c: 'b'})
    expect(findBranches(nodes, 'c', false)).toEqual({
      taken: [['b', 'c']],
      dropped: [['a']]
    })
  })

  test.each([false, true])('should list messages in a ring (%s)', all => {
    const nodes = toNodes({a: '', b: 'c', c: 'b'})
    expect(findBranches(nodes, 'a', all)).toEqual({
      taken: [['a']],
      dropped: [['b', 'c']]
    })
  })

  test('should find nothing in nothing', () => {
    expect(findBranches(new Map(), 'a', true)).toEqual({taken: [], dropped: []})
  })

  test('should put each message in a branch or in the rest', () => {
    const key = fc.constantFrom('__proto__', 'a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, key), {selector: ([own]) => own}),
        key,
        fc.boolean(),
        (pairs, current, all) => {
          const nodes = new Map(
            pairs.map(([own, parent]) => [own, {parent}] as const)
          )
          const {taken, dropped} = findBranches(nodes, current, all)
          const found = new Set([...taken.flat(), ...dropped.flat()])
          expect([...found].sort()).toEqual([...nodes.keys()].sort())
          if (!all) {
            const count = taken.flat().length + dropped.flat().length
            expect(count).toBe(nodes.size)
          }
        }
      )
    )
  })
})
