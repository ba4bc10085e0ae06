// The providers of the AI SDK write requests of their own. They get our prompt of
// the AI SDK, and their request must say the same as the one that we write: two
// converters that know nothing of each other.

import {createAnthropic} from '@ai-sdk/anthropic'
import {createGoogle} from '@ai-sdk/google'
import {createOpenAI} from '@ai-sdk/openai'
import {generateText, type LanguageModel} from 'ai7'
import {type Chat, parse} from 'chatmd'
import {
  type ChatMessage,
  fromMessages,
  type Part,
  toAiSdk,
  toAnthropic,
  toGemini,
  toMessages,
  toOpenai,
  toOpenaiResponses
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {rounds} from '../util/rounds.ts'
import {hasShared, listShared, readShared, reason} from '../util/shared.ts'

type Json = Record<string, unknown>

/** A provider: its model, our request, and the messages of both. */
const providers: Array<
  [
    string,
    (fetch: typeof globalThis.fetch) => LanguageModel,
    (chat: Chat) => object,
    (request: Json) => unknown
  ]
> = [
  [
    'OpenAI, Chat Completions',
    fetch => createOpenAI({apiKey: 'x', fetch}).chat('gpt-4o'),
    chat => toOpenai(chat),
    ({messages}) => messages
  ],
  [
    'OpenAI, Responses',
    fetch => createOpenAI({apiKey: 'x', fetch}).responses('gpt-4o'),
    chat => toOpenaiResponses(chat),
    ({instructions, input}) => withSystem(instructions, input)
  ],
  [
    'Anthropic',
    fetch => createAnthropic({apiKey: 'x', fetch})('claude-sonnet-4-5'),
    chat => toAnthropic(chat),
    ({system, messages}) => withSystem(system, messages)
  ],
  [
    'Google',
    fetch => createGoogle({apiKey: 'x', fetch})('gemini-2.5-flash'),
    chat => toGemini(chat),
    ({systemInstruction, contents}) => ({systemInstruction, contents})
  ]
]

function withSystem(content: unknown, messages: unknown): unknown {
  const system = content === undefined ? [] : [{role: 'system', content}]
  return [...system, ...toArray(messages)]
}

function toArray(value: unknown): Array<unknown> {
  return Array.isArray(value) ? value : [value]
}

/**
 * Say in one way the things that an API takes in two: a text as a string or as a
 * block, messages of one role in a row as one, and keys that are empty or have
 * their default.
 */
function unify(value: unknown): unknown {
  if (Array.isArray(value)) return join(value.map(unify))
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
    .map(([key, value]) => [key, unify(value)])
    .filter(
      ([key, value]) => value !== null && value !== '' && key !== 'detail'
    )
  const {content, ...rest} = Object.fromEntries(entries)
  if (content === undefined) return unwrap(rest)
  return {...rest, content: toArray(content).map(toBlock)}
}

/** Take the output out of a result of Gemini’s, which is an object by its type. */
function unwrap(value: Json): Json {
  const {response} = value
  if (!isRecord(response)) return value
  const [output] = toArray(response.output ?? response.content)
  return {...value, response: output}
}

function toBlock(block: unknown): unknown {
  const isText = isRecord(block) && /text$/.test(String(block.type))
  return isText ? block.text : block
}

/** Join messages of one role, which have nothing but contents. */
function join(values: ReadonlyArray<unknown>): Array<unknown> {
  const joined: Array<unknown> = []
  for (const value of values) {
    const last = joined.at(-1)
    if (isContent(value) && isContent(last) && value.role === last.role) {
      last.content.push(...value.content)
      if (value.role === 'system') last.content = [last.content.join('\n\n')]
    } else joined.push(value)
  }
  return joined
}

function isContent(
  value: unknown
): value is {role: unknown; content: Array<unknown>} {
  if (!isRecord(value) || !Array.isArray(value.content)) return false
  return Object.keys(value).sort().join() === 'content,role'
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Catch the request that a provider makes of our prompt. */
async function capture(
  toModel: (fetch: typeof globalThis.fetch) => LanguageModel,
  chat: Chat
): Promise<Json> {
  let body = ''
  const model = toModel(async (_, init) => {
    body = String(init?.body)
    return new Response('{}', {status: 400})
  })
  const {instructions, messages} = toAiSdk(chat)
  const prompt = {messages, ...(instructions && {instructions})}
  // Note: it rejects, since the answer is none.
  await generateText({model, maxRetries: 0, ...prompt}).catch(error => {
    if (!body) throw error
  })
  return JSON.parse(body)
}

describe.each(providers)('%s', (_name, toModel, write, pick) => {
  const compare = async (chat: Chat): Promise<void> => {
    // Note: the AI SDK refuses a prompt without messages.
    if (toAiSdk(chat).messages.length === 0) return
    const theirs = await capture(toModel, chat)
    const ours: Json = JSON.parse(JSON.stringify(write(chat)))
    expect(unify(pick(ours))).toEqual(unify(pick(theirs)))
  }

  test.skipIf(!hasShared)(
    `should agree on each real note${reason}`,
    async () => {
      const files = listShared('corpus').filter(name => name.endsWith('.md'))
      for (const file of files) {
        const messages = toMessages(parse(readShared(`corpus/${file}`)))
        await compare(fromMessages(messages.map(withoutSpecial)))
      }
    }
  )

  test('should agree on random rounds of calls', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async messages => {
        await compare(fromMessages(messages.map(withoutSpecial)))
      }),
      {numRuns: 200}
    )
  })
})

/**
 * Leave out things for which there is no one way: thoughts, as each provider
 * takes only those that it signed itself; addresses, as the AI SDK downloads them;
 * white space around texts, as some APIs refuse or trim it; failures, and results that are no text.
 */
function withoutSpecial(message: ChatMessage): ChatMessage {
  const parts = message.parts.flatMap((part): Array<Part> => {
    if (part.type === 'reasoning') return []
    if (part.type === 'file' && part.url) return []
    if (part.type === 'text') {
      const text = part.text.trim()
      return text ? [{...part, text}] : []
    }
    if (part.type !== 'tool-result') return [part]
    const {error, ...rest} = part
    return [{...rest, output: String(part.output) || 'a'}]
  })
  return {...message, parts}
}
