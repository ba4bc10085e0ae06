import type {ChatMessage, Part} from 'chatmd/convert'
import {normalizeParts} from 'chatmd/convert'
import fc from 'fast-check'
import {hostile, json} from './parts.ts'

/** Text that a format keeps: it says something. */
const text = hostile
  .map((text): Array<Part> => normalizeParts([{type: 'text', text}]))
  .filter(parts => parts.length > 0)

const file = fc.constantFrom<Part>(
  {type: 'file', mediaType: 'image/png', url: 'https://x.org/a.png'},
  {type: 'file', mediaType: 'image/png', data: 'AAAA'}
)

const name = fc.constantFrom('get_weather', 'mcp_x')

const thought = hostile
  .filter(text => text !== '')
  .map((text): Part => ({type: 'reasoning', text}))

/** A call and its result, which get their ids later. */
const call = fc
  .record({
    name,
    input: fc.dictionary(fc.constantFrom('city', 'a b'), json, {maxKeys: 2}),
    output: fc.oneof(hostile, fc.constantFrom<unknown>({a: [1]}, null, [])),
    isError: fc.boolean()
  })
  .map(({name, input, output, isError}): [Part, Part] => [
    {type: 'tool-call', name, id: '', input: {...input}},
    {
      type: 'tool-result',
      name,
      id: '',
      output,
      // Note: few formats have a failure that is no text.
      ...(isError && typeof output === 'string' && {error: true as const})
    }
  ])

/** Thoughts, text, calls, and their results. */
const round = fc
  .tuple(
    fc.array(thought, {maxLength: 1}),
    fc.oneof(fc.constant([]), text),
    fc.array(call, {minLength: 1, maxLength: 2})
  )
  .map(
    ([thoughts, texts, calls]): Array<Part> => [
      ...thoughts,
      ...texts,
      ...calls.map(([call]) => call),
      ...calls.map(([, result]) => result)
    ]
  )

const answer = fc
  .tuple(
    fc.array(round, {maxLength: 2}),
    fc.array(thought, {maxLength: 1}),
    text
  )
  .map(
    ([rounds, thoughts, texts]): ChatMessage => ({
      role: 'assistant',
      parts: [...rounds.flat(), ...thoughts, ...texts]
    })
  )

const question = fc.tuple(text, fc.array(file, {maxLength: 1})).map(
  ([texts, files]): ChatMessage => ({
    role: 'user',
    parts: [...texts, ...files]
  })
)

const instruction = text.map((parts): ChatMessage => ({role: 'system', parts}))

/** A conversation that each format with tools and thoughts keeps whole. */
export const rounds: fc.Arbitrary<Array<ChatMessage>> = fc
  .tuple(
    fc.array(instruction, {maxLength: 2}),
    fc.array(fc.tuple(question, answer), {maxLength: 3})
  )
  .map(([instructions, turns]) => setIds([...instructions, ...turns.flat()]))

/** Give calls and results ids, in the order that pairs them. */
function setIds(messages: Array<ChatMessage>): Array<ChatMessage> {
  let calls = 0
  let results = 0
  return messages.map(message => ({
    ...message,
    parts: message.parts.map(part => {
      if (part.type === 'tool-call') return {...part, id: `call_${++calls}`}
      if (part.type === 'tool-result') {
        return {...part, id: `call_${++results}`}
      }
      return part
    })
  }))
}
