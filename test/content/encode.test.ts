import {expect, test} from 'vitest'
import {decode, encodeAll} from '../../src/content/encode.ts'
import {delimiter} from '../../src/scan/delimiter.ts'

test('should undo thousands of escapes', () => {
  const value = `role::user\n${delimiter}\n`.repeat(2500)
  const body = encodeAll(value)
  expect(body).toHaveLength(value.length + 5000)
  expect(decode(body)).toBe(value)
})
