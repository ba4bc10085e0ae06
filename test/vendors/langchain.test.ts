import {
  coerceMessageLikeToMessage,
  mapChatMessagesToStoredMessages,
  mapStoredMessagesToChatMessages,
  type StoredMessage
} from '@langchain/core/messages'
import {
  fromLangchain,
  fromMessages,
  type LangchainMessage,
  toLangchain
} from 'chatmd/convert'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

/** Let LangChain read messages, and store them again. */
function restore(written: Array<LangchainMessage>): Array<StoredMessage> {
  // A cast, since its type of stored messages has no blocks, which its code has.
  const stored = written as unknown as Array<StoredMessage>
  const read = mapStoredMessagesToChatMessages(stored)
  return JSON.parse(JSON.stringify(mapChatMessagesToStoredMessages(read)))
}

test('should be read and stored by LangChain without a loss', () => {
  fc.assert(
    fc.property(fc.oneof(messages, rounds), messages => {
      const chat = fromMessages(messages)
      const written = toLangchain(chat)
      expect(fromLangchain(restore(written))).toEqual(fromLangchain(written))
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 300)}
  )
})

test('should refuse a message of no type', () => {
  expect(() => restore([{type: 'human'} as LangchainMessage])).not.toThrow()
  const wrong = {type: 'critic', data: {content: 'a'}} as unknown
  expect(() => restore([wrong as LangchainMessage])).toThrow()
})

test('should read what LangChain makes of messages', () => {
  const made = [
    coerceMessageLikeToMessage(['system', 'Be brief.']),
    coerceMessageLikeToMessage({role: 'developer', content: 'No jokes.'}),
    coerceMessageLikeToMessage('How warm is it?'),
    coerceMessageLikeToMessage({
      role: 'assistant',
      content: '',
      tool_calls: [{id: 'c', name: 'f', args: {city: 'Paris'}}]
    }),
    coerceMessageLikeToMessage({
      role: 'tool',
      content: '18 °C',
      tool_call_id: 'c'
    }),
    coerceMessageLikeToMessage({role: 'assistant', content: 'Warm.'})
  ]
  const forms = [
    JSON.parse(JSON.stringify(mapChatMessagesToStoredMessages(made))),
    JSON.parse(JSON.stringify(made))
  ]
  for (const form of forms) {
    const {config, children} = fromLangchain(form)
    expect(config).toEqual({system_commands: ['Be brief.']})
    expect(children.map(({role, value}) => [role, value])).toEqual([
      ['developer', 'No jokes.'],
      ['user', 'How warm is it?'],
      [
        'assistant',
        '```json tool-call f c\n{ "city": "Paris" }\n```\n\n```text tool-result f c\n18 °C\n```\n\nWarm.'
      ]
    ])
  }
})
