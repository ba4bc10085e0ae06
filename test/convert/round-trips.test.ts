import {type Chat, parse, stringify} from 'chatmd'
import * as convert from 'chatmd/convert'
import {type ChatMessage, fromMessages, type Part} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

type Change = (part: Part) => Array<Part>

/** A format that goes both ways, and its changes to parts. */
interface Case {
  id: string
  write: (chat: Chat) => unknown
  read: (value: unknown) => Chat
  /** The part of messages that is kept, as the docs say. */
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

  test('should leave words alone', () => {
    const chat = parse(
      'The linked list and its links were cited\n\nrole::assistant\n\nYes: `{{x}}` &amp; <b>\u2028'
    )
    const values = read(write(chat)).children.map(({value}) => value)
    expect(values).toEqual(chat.children.map(({value}) => value))
  })

  test('should make no turn of what looks like one', () => {
    const value =
      '<hr class="__chatgpt_plugin">\n\nrole::system\n\n__proto__ ../../a \ud800'
    const chat = fromMessages([
      {role: 'user', parts: [{type: 'text', text: value}]}
    ])
    const again = parse(stringify(read(write(chat))))
    expect(again.children.map(({role, value}) => [role, value])).toEqual([
      ['user', value]
    ])
  })

  test('should write the same again', () => {
    fc.assert(
      fc.property(messages, messages => {
        // Note: the first time there are losses; the rest stays.
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

/** A value with a list of lists of lists. */
function nest(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels))
}

const user = {role: 'user', content: 'a', parts: []}

/** Values whose JSON is nested as deep as no note has it. */
const deep: Array<[string, () => unknown]> = [
  [
    'ai-sdk',
    () =>
      convert.fromAiSdk([
        {
          role: 'assistant',
          content: [
            {
              type: 'tool-call',
              toolCallId: 'c',
              toolName: 'f',
              input: nest(10_000)
            }
          ]
        }
      ])
  ],
  [
    'ai-sdk-ui',
    () =>
      convert.fromAiSdkUi([
        {role: 'assistant', parts: [{type: 'new', x: nest(10_000)}]}
      ])
  ],
  [
    'huggingface',
    () => convert.fromHuggingface({messages: [{...user, x: nest(10_000)}]})
  ],
  [
    'sharegpt',
    () =>
      convert.fromSharegpt([
        {
          from: 'function_call',
          value: `{"name":"f","arguments":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
        }
      ])
  ],
  [
    'langchain',
    () =>
      convert.fromLangchain([
        {type: 'ai', content: '', tool_calls: [{args: nest(10_000)}]}
      ])
  ],
  [
    'otel',
    () =>
      convert.fromOtel([
        {
          role: 'assistant',
          parts: [{type: 'tool_call', name: 'f', arguments: nest(10_000)}]
        }
      ])
  ]
]

test.each(deep)('should survive JSON of 10,000 levels: %s', (_id, run) => {
  let message = ''
  try {
    stringify(run() as Chat)
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    message = String(error)
  }
  expect(message).not.toMatch(/stack/)
})
