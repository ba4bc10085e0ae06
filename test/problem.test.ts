import {expect, test} from 'vitest'
import {toMessages} from '../src/problem.ts'

test('should take a problem without severity for an error', () => {
  const problem = {ruleId: 'x', reason: 'Unexpected y', start: 2, end: 3}
  const [message] = toMessages([problem], 'a\nb')
  expect(message).toMatchObject({
    fatal: true,
    ruleId: 'x',
    place: {start: {line: 2, column: 1, offset: 2}, end: {offset: 3}}
  })
})
