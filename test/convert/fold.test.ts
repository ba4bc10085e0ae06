import {
  type ChatMessage,
  fold,
  type Loss,
  type Part,
  unfold
} from 'chatmd/convert'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {messages} from '../util/messages.ts'

const text: Part = {type: 'text', text: 'Hm'}
const call: Part = {type: 'tool-call', name: 'f', id: '1', input: {}}
const result: Part = {type: 'tool-result', name: 'f', id: '1', output: '2'}

function assistant(...parts: Array<Part>): ChatMessage {
  return {role: 'assistant', parts}
}

function tool(...parts: Array<Part>): ChatMessage {
  return {role: 'tool', parts}
}

const user: ChatMessage = {role: 'user', parts: [text]}

test.each<[string, Array<ChatMessage>, Array<ChatMessage>]>([
  [
    'a tool round',
    [user, assistant(text, call, call), tool(result, result), assistant(text)],
    [user, assistant(text, call, call, result, result, text)]
  ],
  [
    'two rounds',
    [assistant(call), tool(result), assistant(call), tool(result)],
    [assistant(call, result, call, result)]
  ],
  [
    'results before all else',
    [user, tool(result), assistant(text)],
    [user, assistant(result, text)]
  ],
  ['no parts', [assistant(), user], [assistant(), user]]
])('should fold %s, and unfold it again', (_name, long, short) => {
  expect(fold(long)).toEqual(short)
  expect(unfold(short)).toEqual(long)
})

test.each<[string, Array<ChatMessage>]>([
  ['answers side by side', [assistant(text), assistant(text)]],
  ['text of a tool', [assistant(call), tool(text), tool(text, result), tool()]]
])('should keep %s apart', (_name, messages) => {
  expect(fold(messages)).toEqual(messages)
})

test('should join results that come one by one', () => {
  expect(fold([assistant(call, call), tool(result), tool(result)])).toEqual([
    assistant(call, call, result, result)
  ])
})

test('should say what steps cannot keep', () => {
  const losses: Array<Loss> = []
  const folded = fold(
    [
      {...assistant(call), model: 'a', id: '1', extra: {x: 1}},
      {...tool(result), id: '2'},
      {...assistant(text), model: 'a', extra: {x: 1}},
      {...assistant(text), id: '3'}
    ],
    {onLoss: loss => losses.push(loss)}
  )
  expect(folded).toEqual([
    {...assistant(call, result, text), model: 'a', id: '1', extra: {x: 1}},
    {...assistant(text), id: '3'}
  ])
  expect(losses).toEqual([
    {
      code: 'step-metadata',
      path: ['messages', 1],
      reason:
        'Cannot keep `id` of a step: a tool round is one turn, which has those of its first step'
    }
  ])
})

test('should change no message that it is given', () => {
  const given = [assistant(call), tool(result)]
  fold(given)
  expect(given).toEqual([assistant(call), tool(result)])
})

test('should fold what it unfolded, in all chats without odd turns', () => {
  fc.assert(
    fc.property(messages, messages => {
      // An answer after results is a step of the same round.
      const folded = fold(messages)
      expect(fold(unfold(folded))).toEqual(folded)
    })
  )
})
