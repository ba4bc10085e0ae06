import {readShape} from 'chatmd/convert'
import {expect, test} from 'vitest'
import * as z from 'zod/mini'

const part = z.discriminatedUnion('type', [
  z.looseObject({type: z.literal('text'), text: z.string()}),
  z.looseObject({type: z.literal('image'), url: z.url()})
])

const schema = z.looseObject({
  messages: z.array(
    z.looseObject({
      role: z.enum(['user', 'assistant']),
      content: z.nullish(z.union([z.string(), z.array(part)]))
    })
  ),
  'a-b': z.optional(z.looseObject({n: z.int().check(z.gte(1))})),
  nothing: z.optional(z.null())
})

test('should give what has the shape, with all its keys', () => {
  const value = {messages: [{role: 'user', content: 'Hi', own: 1}], own: 2}
  expect(readShape(schema, value, 'a request')).toEqual(value)
})

test.each<[unknown, string]>([
  [null, 'Expected an object as a request'],
  [[], 'Expected an object as a request'],
  [{}, 'Expected a list at `messages` of a request'],
  [{messages: [1]}, 'Expected an object at `messages[0]` of a request'],
  [
    {messages: [{role: 'x'}]},
    'Expected `user` or `assistant` at `messages[0].role` of a request'
  ],
  [
    {messages: [{role: 'user', content: 1}]},
    'Expected a string or a list at `messages[0].content` of a request'
  ],
  [
    {messages: [{role: 'user', content: [{type: 'text'}]}]},
    'Expected a string at `messages[0].content[0].text` of a request'
  ],
  [
    {messages: [{role: 'user', content: [{type: 'x'}]}]},
    'Expected another value at `messages[0].content[0].type` of a request'
  ],
  [
    {messages: [{role: 'user', content: [{type: 'image', url: 'x'}]}]},
    'Expected another value at `messages[0].content[0].url` of a request'
  ],
  [
    {messages: [], 'a-b': {n: 0}},
    'Expected another value at `["a-b"].n` of a request'
  ],
  [
    {messages: [], 'a-b': {n: 0.5}},
    'Expected an integer at `["a-b"].n` of a request'
  ],
  [{messages: [], nothing: 1}, 'Expected `null` at `nothing` of a request']
])('should throw on %j', (value, message) => {
  expect(() => readShape(schema, value, 'a request')).toThrow(
    new TypeError(message)
  )
})

test('should say what a schema says', () => {
  const schema = z.array(z.string({error: 'Expected a name'}))
  expect(() => readShape(schema, [1], 'names')).toThrow(
    new TypeError('Expected a name at `[0]` of names')
  )
})
