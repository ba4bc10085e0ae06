import {describe, expect, test} from 'vitest'
import {equalData} from '../../src/yaml/equal-data.ts'

describe('equalData', () => {
  test.each([
    [
      {a: 1, b: 2},
      {b: 2, a: 1}
    ],
    [{a: undefined}, {}],
    [{}, {a: undefined}],
    [{a: 0}, {a: -0}],
    [{a: new Date(0)}, {a: '1970-01-01T00:00:00.000Z'}],
    [{a: '1970-01-01T00:00:00.000Z'}, {a: new Date(0)}],
    [{a: [1, {b: null}]}, {a: [1, {b: null}]}],
    [JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}')]
  ])('should find %j and %j equal', (left, right) => {
    expect(equalData(left, right)).toBe(true)
  })

  test.each([
    [{a: 1}, {a: '1'}],
    [{a: 1}, {b: 1}],
    [{a: [1]}, {a: [1, 2]}],
    [{a: [1, 2]}, {a: [2, 1]}],
    [{a: []}, {a: {}}],
    [{a: null}, {a: {}}],
    [{a: {}}, {a: 'x'}],
    [{a: null}, {}],
    [JSON.parse('{"__proto__": {}}'), {a: {}}],
    [{toString: 1}, {a: 1}],
    [{a: [1]}, {a: [1, undefined]}],
    [{a: []}, {a: new Array(3)}],
    [{a: {}}, {a: new Map([[1, 2]])}],
    [{a: {}}, {a: new Date(0)}],
    [{a: null}, {a: new Date(Number.NaN)}],
    [{a: {}}, {a: []}],
    [{}, new Map()]
  ])('should find %j and %j different', (left, right) => {
    expect(equalData(left, right)).toBe(false)
  })
})
