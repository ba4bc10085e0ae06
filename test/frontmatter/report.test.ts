import {expect, test} from 'vitest'
import * as z from 'zod'
import {readFrontmatter} from '../../src/frontmatter/read.ts'

function list(value: string, schema: z.ZodType): Array<string> {
  const reasons: Array<string> = []
  readFrontmatter(value, new Map([['k', schema]]), ({reason}) =>
    reasons.push(reason)
  )
  return reasons
}

test.each([
  [
    z.number().max(2),
    'k: 3\n',
    'Unexpected `3` for `k`, too big: expected number to be <=2'
  ],
  [z.number('No number.'), 'k: x\n', 'Unexpected `x` for `k`, no number'],
  [
    z.number('Expected a number'),
    'k: x\n',
    'Unexpected `x` for `k`, expected a number'
  ],
  [z.number('a\n  b'), 'k: x\n', 'Unexpected `x` for `k`, a b']
])('should repeat what a schema says', (schema, value, reason) => {
  expect(list(value, schema)).toEqual([reason])
})
