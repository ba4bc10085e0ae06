import {applyEdits} from 'chatmd'
import {describe, expect, test} from 'vitest'

describe('applyEdits', () => {
  test('should apply edits in order', () => {
    expect(
      applyEdits('abcd', [
        {offset: 0, length: 1, content: 'x'},
        {offset: 1, length: 0, content: 'y'},
        {offset: 1, length: 0, content: 'z'},
        {offset: 4, length: 0, content: '!'}
      ])
    ).toBe('xyzbcd!')
  })

  test.each([
    [
      'overlap',
      [
        [0, 2],
        [1, 1]
      ]
    ],
    [
      'are not in order',
      [
        [1, 1],
        [0, 1]
      ]
    ],
    ['start before the text', [[-1, 1]]],
    ['end after the text', [[1, 2]]],
    ['are negative', [[1, -1]]],
    ['have no offset', [[Number.NaN, 1]]]
  ])('should throw for edits that %s', (_, ranges) => {
    const edits = ranges.map(([offset = 0, length = 0]) => ({
      offset,
      length,
      content: ''
    }))
    const {offset, length} = edits[edits.length - 1] as (typeof edits)[0]
    expect(() => applyEdits('ab', edits)).toThrow(
      new TypeError(
        `Expected edits in order, in the text, and without overlap, not one of ${length} characters at ${offset}`
      )
    )
  })
})
