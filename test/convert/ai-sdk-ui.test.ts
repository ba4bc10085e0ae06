import {
  type AiSdkUiMessage,
  fromAiSdkUi,
  fromMessages,
  toAiSdkUi
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

describe('laws', () => {
  test('should keep conversations whole', () => {
    fc.assert(
      fc.property(rounds, messages => {
        const chat = fromMessages(messages)
        const again = fromAiSdkUi(toAiSdkUi(chat), {metadata: 'none'})
        expect(again).toEqual(chat)
      })
    )
  })

  test('should write the same again', () => {
    fc.assert(
      fc.property(messages, messages => {
        // Note: what is said here is said with losses, so the second is the
        // first that all of it can be kept of.
        const written = again(toAiSdkUi(fromMessages(messages)))
        expect(again(written)).toEqual(written)
      })
    )
  })
})

function again(written: Array<AiSdkUiMessage>): Array<AiSdkUiMessage> {
  return toAiSdkUi(fromAiSdkUi(written))
}
