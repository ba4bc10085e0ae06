import {expect, test} from 'vitest'
import {linkMessages} from '../../../src/convert/import/link-messages.ts'
import {createResultMatcher} from '../../../src/convert/import/match-results.ts'
import {readParams} from '../../../src/convert/import/read-params.ts'

type Value = [key: string | undefined, parent?: string]

function link(values: ReadonlyArray<Value>): Array<[string, unknown]> {
  const linked = linkMessages(values, ([key, parent]) => ({key, parent}))
  return [...linked.values()].map(({key, parent}) => [key, parent])
}

test('should take the parents that messages name', () => {
  const values: Array<Value> = [
    ['a', 'root'],
    ['b', 'a'],
    ['c', 'a']
  ]
  expect(link(values)).toEqual([
    ['a', 'root'],
    ['b', 'a'],
    ['c', 'a']
  ])
})

test('should take the message before where none names a parent that is there', () => {
  const values: Array<Value> = [['a', 'root'], [undefined], ['b', 'x']]
  expect(link(values)).toEqual([
    ['a', undefined],
    ['#1', 'a'],
    ['b', '#1']
  ])
})

test('should keep messages whose key is there twice', () => {
  expect(link([['a'], ['a'], ['b', 'a']])).toEqual([
    ['a', undefined],
    ['#1', undefined],
    ['b', 'a']
  ])
})

test('should match results by id, or else by order', () => {
  const matcher = createResultMatcher()
  matcher.add({id: '1', name: 'a'})
  matcher.add({name: 'b'})
  matcher.add({name: 'c'})
  const names = [undefined, '1', undefined, undefined, '2'].map(
    id => matcher.take(id)?.name
  )
  expect(names).toEqual(['b', 'a', 'c', undefined, undefined])
})

test('should read settings by their names', () => {
  const params = {
    model: 'm',
    temperature: 0,
    topP: 0.5,
    maxOutputTokens: 10,
    presence_penalty: '1',
    frequency_penalty: Number.NaN
  }
  expect(readParams(params)).toEqual({
    model: 'm',
    temperature: 0,
    top_p: 0.5,
    max_tokens: 10
  })
  expect(readParams({})).toEqual({})
})
