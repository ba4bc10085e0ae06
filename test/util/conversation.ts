import fc from 'fast-check'
import type {ChatMessage, Part} from '../../src/convert/message.ts'
import {hostile, part} from './parts.ts'

const role = fc.constantFrom(
  'assistant',
  'assistant',
  'developer',
  'system',
  'tool',
  'user',
  'a-b_c1'
)

/** A message of any parts, whoever speaks. */
const message: fc.Arbitrary<ChatMessage> = fc
  .record(
    {
      role,
      parts: fc.array(part, {maxLength: 5}),
      model: fc.constantFrom('m', 'openai@gpt-4o'),
      name: fc.constantFrom('ann', 'a b', '<|x|>'),
      id: fc.constantFrom('msg_1', 'x'),
      time: fc.constant('2026-02-12T23:58:10Z'),
      weight: fc.constantFrom<0 | 1>(0, 1)
    },
    {requiredKeys: ['role', 'parts']}
  )
  .map(message => ({...message}))

/** Messages of any kind, in any order. */
export const anyMessages: fc.Arbitrary<Array<ChatMessage>> = fc.array(message, {
  maxLength: 6
})

/** A text that is no white space. */
export const said: fc.Arbitrary<string> = hostile.filter(
  text => text.trim() !== ''
)

const text: fc.Arbitrary<Part> = said.map(text => ({type: 'text', text}))

const input = fc.dictionary(
  fc.constantFrom('a', '__proto__', 'role::user', 'b c'),
  fc.jsonValue({maxDepth: 2}).map(toJson)
)

/** A call and its result, in words that each format has. */
const round: fc.Arbitrary<Array<Part>> = fc
  .array(fc.tuple(said, input, said), {minLength: 1, maxLength: 3})
  .map(calls => [
    ...calls.map(
      ([name, input], index): Part => ({
        type: 'tool-call',
        name,
        id: `call_${index}`,
        input
      })
    ),
    ...calls.map(
      ([name, , output], index): Part => ({
        type: 'tool-result',
        name,
        id: `call_${index}`,
        output
      })
    )
  ])

const answer: fc.Arbitrary<ChatMessage> = fc
  .tuple(text, fc.option(round), fc.option(text))
  .map(([first, round, last]) => ({
    role: 'assistant',
    parts: [first, ...(round ?? []), ...(round && last ? [last] : [])]
  }))

const question: fc.Arbitrary<ChatMessage> = text.map(part => ({
  role: 'user',
  parts: [part]
}))

const instruction: fc.Arbitrary<ChatMessage> = text.map(part => ({
  role: 'system',
  parts: [part]
}))

/** A chat of texts and tool rounds, which each format keeps as it is. */
export const plainMessages: fc.Arbitrary<Array<ChatMessage>> = fc
  .tuple(
    fc.array(instruction, {maxLength: 2}),
    fc.array(fc.tuple(question, answer), {maxLength: 3}),
    question
  )
  .map(([instructions, turns, question]) => [
    ...instructions,
    ...turns.flat(),
    question
  ])

/** As JSON has it: `-0` is 0 there. */
function toJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
