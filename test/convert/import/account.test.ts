import {expect, test} from 'vitest'
import {account} from '../../../src/convert/import/account.ts'
import {countText} from '../../../src/convert/import/count-text.ts'
import type {MessageAccount} from '../../../src/convert/import/import-options.ts'
import type {Step} from '../../../src/convert/import/step.ts'
import type {Part} from '../../../src/convert/message.ts'

const keys = new Set(['text'])
const path = ['messages', 1]

function toStep(...parts: Array<Part>): Step {
  return {message: {role: 'user', parts}, path}
}

test('should count text under some keys, in lists too, however deep', () => {
  const value = {text: [' a ', {text: 'bc', name: 'no'}], id: 'no', n: null}
  expect(countText(value, key => keys.has(key))).toBe(3)
  let deep: unknown = 'a'
  for (let level = 0; level < 10_000; level++) deep = [deep]
  expect(countText(deep, () => false)).toBe(1)
})

test('should count characters of all parts', () => {
  const accounts: Array<MessageAccount> = []
  const parts: Array<Part> = [
    {type: 'text', text: '1'},
    {type: 'reasoning', text: '2', meta: {a: '3'}},
    {type: 'tool-call', name: 'no', input: {a: ['4']}},
    {type: 'tool-call', name: 'no', input: 'no', raw: '5'},
    {type: 'tool-result', name: 'no', output: '6'},
    {type: 'file', name: '7', ref: '8'},
    {type: 'other', kind: 'no', value: '9'},
    {type: 'refusal', text: '10'}
  ]
  const read = {text: 'Hi', id: 'no'}
  const onMessage = (one: MessageAccount): void => void accounts.push(one)
  account(read, path, keys, {onMessage}, () => [toStep(...parts)])
  expect(accounts).toEqual([{path, read: 2, kept: 11, losses: 0}])
})

test('should refuse text that neither parts nor losses come of', () => {
  const read = {text: 'Hello'}
  expect(() => account(read, path, keys, {}, () => [])).toThrow(
    new TypeError(
      'Cannot account for 5 characters of text at `messages.1`: they are in no turn and in no loss'
    )
  )
  expect(account({id: 'Hello'}, path, keys, {}, () => [])).toEqual([])
})

test('should take a loss for an account', () => {
  const codes: Array<string> = []
  const steps = account(
    {text: 'Hello'},
    path,
    keys,
    {onLoss: ({code}) => codes.push(code)},
    ({onLoss}) => {
      onLoss?.({code: 'hidden-dropped', path, reason: ''})
      return []
    }
  )
  expect(steps).toEqual([])
  expect(codes).toEqual(['hidden-dropped'])
  expect(
    account({text: 'Hello'}, path, keys, {}, ({onLoss}) => {
      onLoss?.({code: 'hidden-dropped', path, reason: ''})
      return []
    })
  ).toEqual([])
})

test('should take data without text for an account', () => {
  const part: Part = {type: 'tool-call', name: 'a', input: {}}
  const steps = account({text: '{}'}, path, keys, {}, () => [toStep(part)])
  expect(steps).toHaveLength(1)
  const empty: Part = {type: 'file'}
  expect(() =>
    account({text: '{}'}, path, keys, {}, () => [toStep(empty)])
  ).toThrow('Cannot account for 2 characters')
})
