// The AI SDK judges our messages: by its schemas, and by its own converter from
// messages of `useChat` to those of models.

import * as ai6 from 'ai6'
import * as ai7 from 'ai7'
import {parse} from 'chatmd'
import {
  type AiSdkMessage,
  fromMessages,
  toAiSdk,
  toAiSdkUi
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'
import {hasShared, listShared, readShared, reason} from '../util/shared.ts'

const settings = {numRuns: Number(process.env.FUZZ_RUNS ?? 300)}

// A cast, since types of both versions are one type only where they agree.
const versions: Array<[string, typeof ai7]> = [
  ['6', ai6 as unknown as typeof ai7],
  ['7', ai7]
]

describe.each(versions)('ai %s', (_version, ai) => {
  test('should know right from wrong', async () => {
    const wrong = [
      {role: 'assistant', content: [{type: 'refusal', text: 'No'}]},
      {role: 'tool', content: 'a'},
      {role: 'system', content: [{type: 'text', text: 'a'}]}
    ]
    for (const message of wrong) {
      expect(ai.modelMessageSchema.safeParse(message).success).toBe(false)
    }
    const parts = [{type: 'dynamic-tool', toolName: 'f'}]
    const messages = [{id: '1', role: 'assistant', parts}]
    expect(await ai.safeValidateUIMessages({messages})).toMatchObject({
      success: false
    })
  })

  test('should take each message', () => {
    fc.assert(
      fc.property(fc.oneof(messages, rounds), messages => {
        const {instructions = [], messages: written} = toAiSdk(
          fromMessages(messages)
        )
        for (const message of [...instructions, ...written]) {
          ai.modelMessageSchema.parse(message)
        }
      }),
      settings
    )
  })

  test.skipIf(!hasShared)(`should take each real note${reason}`, async () => {
    const files = listShared('corpus').filter(name => name.endsWith('.md'))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const chat = parse(readShared(`corpus/${file}`))
      const {instructions = [], messages: written} = toAiSdk(chat)
      const converted = await ai.convertToModelMessages(toAiSdkUi(chat))
      expect(JSON.parse(JSON.stringify(converted, plainFile))).toEqual([
        ...instructions,
        ...JSON.parse(JSON.stringify(written))
      ])
      for (const message of written) ai.modelMessageSchema.parse(message)
    }
  })

  test('should take messages of `useChat`', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(messages, rounds), async messages => {
        const written = toAiSdkUi(fromMessages(messages))
        if (written.length === 0) return
        const {success} = await ai.safeValidateUIMessages({messages: written})
        expect(success).toBe(true)
      }),
      settings
    )
  })

  test('should convert messages of `useChat` as we do', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async messages => {
        const chat = fromMessages(messages)
        const {instructions = [], messages: written} = toAiSdk(chat)
        const converted = await ai.convertToModelMessages(toAiSdkUi(chat))
        expect(JSON.parse(JSON.stringify(converted, plainFile))).toEqual([
          ...instructions,
          ...JSON.parse(JSON.stringify(written))
        ])
      }),
      settings
    )
  })
})

test('should be assignable to messages of both versions', () => {
  const written: Array<AiSdkMessage> = []
  const old: Array<ai6.ModelMessage> = written
  const current: Array<ai7.ModelMessage> = written
  // @ts-expect-error: version 7 has files that version 6 has not.
  const wrong: Array<ai6.ModelMessage> = current
  expect([old, current, wrong]).toEqual([[], [], []])
})

/** Version 7 tags the address of a file, as we do not for version 6. */
function plainFile(key: string, value: unknown): unknown {
  const isTagged = key === 'data' && typeof value === 'object' && value !== null
  return isTagged && 'url' in value ? String(value.url) : value
}
