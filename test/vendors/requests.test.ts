import {readFileSync} from 'node:fs'
import type {Chat} from 'chatmd'
import {parse} from 'chatmd'
import {
  fromMessages,
  toAnthropic,
  toGemini,
  toOpenai,
  toOpenaiResponses
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {writeAnthropic} from '../../src/convert/anthropic/write.ts'
import {writeGemini} from '../../src/convert/gemini/write.ts'
import type {Conversation} from '../../src/convert/message.ts'
import {writeOpenai} from '../../src/convert/openai/write.ts'
import {writeOpenaiResponses} from '../../src/convert/openai-responses/write.ts'
import {chat as anyChat} from '../util/arbitrary.ts'
import {anyMessages} from '../util/conversation.ts'
import {hasShared, listShared, readShared, reason} from '../util/shared.ts'
import {judge} from './judge.ts'
import type {ShapeName} from './schema-file.ts'

const sdk = {form: 'sdk'} as const

/** Shapes, and the writers of a chat and a conversation in each of them. */
const formats: Array<
  [
    ReadonlyArray<ShapeName>,
    (chat: Chat) => object,
    (conversation: Conversation) => object
  ]
> = [
  [['OpenaiChat6', 'OpenaiChat7'], toOpenai, writeOpenai],
  [
    ['OpenaiChat6', 'OpenaiChat7'],
    chat => toOpenai(chat, {maxTokens: 'max_completion_tokens'}),
    writeOpenai
  ],
  [
    ['OpenaiResponses6', 'OpenaiResponses7'],
    chat => toOpenaiResponses(chat, {includeReasoning: true}),
    conversation => writeOpenaiResponses(conversation, {includeReasoning: true})
  ],
  [['AnthropicMessages'], toAnthropic, writeAnthropic],
  [
    ['GeminiSdk2', 'GeminiSdk3'],
    chat => toGemini(chat, sdk),
    conversation => writeGemini(conversation, sdk)
  ],
  [['GeminiRest2', 'GeminiRest3'], chat => toGemini(chat), writeGemini]
]

const seed = readFileSync(new URL('seed.md', import.meta.url), 'utf8')

const config = {
  ...{model: 'm', temperature: 1, max_tokens: 1, stop: 'x', user: 'u'},
  ...{n: 2, stream: true, presence_penalty: 1, logit_bias: {a: 1}}
}

/** Say how a value differs from each of some shapes. */
function judgeAll(names: ReadonlyArray<ShapeName>, value: object) {
  return names.flatMap(name =>
    judge(name, value).map(problem => `${name}${problem}`)
  )
}

for (const [names, write, writeConversation] of formats) {
  describe(names.join(' and '), () => {
    test('should take the seed note', () => {
      expect(judgeAll(names, write(parse(seed)))).toEqual([])
    })

    test.skipIf(!hasShared)(`should take each real note${reason}`, () => {
      const files = listShared('corpus').filter(name => name.endsWith('.md'))
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) {
        const request = write(parse(readShared(`corpus/${file}`)))
        expect(judgeAll(names, request), file).toEqual([])
      }
    })

    test('should take random notes', () => {
      fc.assert(
        fc.property(anyChat, chat => {
          expect(judgeAll(names, write(chat))).toEqual([])
        }),
        {numRuns: 50}
      )
    })

    test('should take random messages, in a note or not', () => {
      fc.assert(
        fc.property(anyMessages, messages => {
          const conversation = {config, messages}
          const request = writeConversation(conversation)
          expect(judgeAll(names, request)).toEqual([])
          const chat = fromMessages(messages, {config})
          expect(judgeAll(names, write(chat))).toEqual([])
        }),
        {numRuns: 100}
      )
    })
  })
}
