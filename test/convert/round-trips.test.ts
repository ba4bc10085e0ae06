import type {Chat} from 'chatmd'
import * as convert from 'chatmd/convert'
import {fromMessages} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

/** Formats that go both ways, and what they make of what they keep. */
const formats: Array<
  [string, (chat: Chat) => unknown, (value: unknown) => Chat]
> = [
  ['ai-sdk', convert.toAiSdk, convert.fromAiSdk],
  ['ai-sdk-ui', convert.toAiSdkUi, value => convert.fromAiSdkUi(value)],
  ['huggingface', convert.toHuggingface, convert.fromHuggingface],
  ['finetune', convert.toFinetune, convert.fromFinetune],
  ['sharegpt', convert.toSharegpt, convert.fromSharegpt],
  ['langchain', convert.toLangchain, convert.fromLangchain],
  ['otel', convert.toOtel, convert.fromOtel],
  [
    'chatml',
    chat => convert.toChatml(chat, {specialTokens: 'escape'}),
    value => convert.fromChatml(value, {specialTokens: 'escape'})
  ]
]

describe.each(formats)('%s', (_id, write, read) => {
  test('should keep conversations whole', () => {
    fc.assert(
      fc.property(rounds, messages => {
        const chat = fromMessages(messages)
        expect(read(write(chat))).toEqual(chat)
      })
    )
  })

  test('should write the same again', () => {
    fc.assert(
      fc.property(messages, messages => {
        const written = write(read(write(fromMessages(messages))))
        expect(write(read(written))).toEqual(written)
      })
    )
  })
})
