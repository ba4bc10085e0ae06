// Mistral’s client checks its requests by schemas, which know no `weight`.

import {ChatCompletionRequest$outboundSchema as schema} from '@mistralai/mistralai/models/components'
import {
  fromMessages,
  type TrainingMessage,
  type TrainingPart,
  type TrainingRow,
  toFinetune
} from 'chatmd/convert'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

/** Write a row in the names that the client takes. */
function toRequest({messages}: TrainingRow): unknown {
  return {model: 'm', messages: messages.map(toCamel)}
}

function toCamel(message: TrainingMessage): unknown {
  const {content, tool_calls, tool_call_id, weight: _, ...rest} = message
  return {
    ...rest,
    content: typeof content === 'string' ? content : content.map(toPart),
    ...(tool_calls && {toolCalls: tool_calls}),
    ...(tool_call_id !== undefined && {toolCallId: tool_call_id})
  }
}

function toPart(part: TrainingPart): unknown {
  return part.type === 'image_url'
    ? {type: part.type, imageUrl: part.image_url}
    : part
}

test('should know right from wrong', () => {
  const wrong = [
    {role: 'critic', content: 'a'},
    {role: 'user', content: 1}
  ]
  for (const message of wrong) {
    const {success} = schema.safeParse({model: 'm', messages: [message]})
    expect(success).toBe(false)
  }
})

test('should be taken by the client', () => {
  fc.assert(
    fc.property(fc.oneof(messages, rounds), messages => {
      const row = toFinetune(fromMessages(messages), {target: 'mistral'})
      const sent = schema.parse(toRequest(row)) as TrainingRow
      expect(sent.messages.map(({role}) => role)).toEqual(
        row.messages.map(({role}) => role)
      )
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 300)}
  )
})
