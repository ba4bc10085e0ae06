import type {Chat} from 'chatmd'
import * as convert from 'chatmd/convert'
import {type ChatMessage, fromMessages, type Part} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

type Change = (part: Part) => Array<Part>

/** A format that goes both ways, and what it does to parts. */
interface Case {
  id: string
  write: (chat: Chat) => unknown
  read: (value: unknown) => Chat
  /** What is kept of messages, as the docs say. */
  keep: (messages: Array<ChatMessage>) => Array<ChatMessage>
}

const cases: Array<Case> = [
  {
    id: 'ai-sdk',
    write: convert.toAiSdk,
    read: convert.fromAiSdk,
    keep: each()
  },
  {
    id: 'ai-sdk-ui',
    write: convert.toAiSdkUi,
    read: convert.fromAiSdkUi,
    keep: each()
  },
  {
    id: 'huggingface',
    write: convert.toHuggingface,
    read: convert.fromHuggingface,
    keep: each(outputToText, dropError)
  },
  {
    id: 'finetune',
    write: convert.toFinetune,
    read: convert.fromFinetune,
    keep: each(outputToText, dropError, dropThought)
  },
  {
    id: 'sharegpt',
    write: convert.toSharegpt,
    read: convert.fromSharegpt,
    keep: messages =>
      joinSystems(
        each(dropId, dropError, dropThought)(messages.map(loneOutputToText))
      )
  },
  {
    id: 'langchain',
    write: convert.toLangchain,
    read: convert.fromLangchain,
    keep: each(outputToText)
  },
  {
    id: 'otel',
    write: convert.toOtel,
    read: convert.fromOtel,
    keep: each(dropError)
  },
  {
    id: 'chatml',
    write: chat => convert.toChatml(chat, {specialTokens: 'escape'}),
    read: value => convert.fromChatml(value, {specialTokens: 'escape'}),
    keep: each()
  }
]

describe.each(cases)('$id', ({write, read, keep}) => {
  test('should keep conversations but for what the table says', () => {
    fc.assert(
      fc.property(rounds, messages => {
        const kept = fromMessages(keep(messages))
        expect(read(write(fromMessages(messages)))).toEqual(kept)
      })
    )
  })

  test('should write the same again', () => {
    fc.assert(
      fc.property(messages, messages => {
        // Note: the first time there are losses; what is left stays.
        const written = write(read(write(fromMessages(messages))))
        expect(write(read(written))).toEqual(written)
      })
    )
  })
})

function each(...changes: Array<Change>): Case['keep'] {
  return messages =>
    messages.map(message => ({
      ...message,
      parts: changes.reduce(
        (parts, change) => parts.flatMap(change),
        message.parts
      )
    }))
}

/** One system prompt is all there is. */
function joinSystems(messages: Array<ChatMessage>): Array<ChatMessage> {
  const texts = messages
    .filter(({role}) => role === 'system')
    .flatMap(({parts}) => parts.map(part => part.type === 'text' && part.text))
  const others = messages.filter(({role}) => role !== 'system')
  if (texts.length === 0) return others
  const text = texts.join('\n\n')
  return [{role: 'system', parts: [{type: 'text', text}]}, ...others]
}

/** Of one call the output is text; of several, a list of JSON. */
function loneOutputToText({parts, ...rest}: ChatMessage): ChatMessage {
  return {
    ...rest,
    parts: parts.flatMap((part, index) => {
      const sides = [parts[index - 1], parts[index + 1]]
      const isLone = sides.every(side => side?.type !== 'tool-result')
      return isLone ? outputToText(part) : [part]
    })
  }
}

function outputToText(part: Part): Array<Part> {
  if (part.type !== 'tool-result' || typeof part.output === 'string') {
    return [part]
  }
  return [{...part, output: JSON.stringify(part.output)}]
}

function dropError(part: Part): Array<Part> {
  if (part.type !== 'tool-result') return [part]
  const {error: _, ...rest} = part
  return [rest]
}

function dropId(part: Part): Array<Part> {
  if (part.type !== 'tool-call' && part.type !== 'tool-result') return [part]
  const {id: _, ...rest} = part
  return [rest]
}

function dropThought(part: Part): Array<Part> {
  return part.type === 'reasoning' ? [] : [part]
}
