import {describe, expect, test} from 'vitest'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import {fromLibrechat, librechat} from '../../src/convert/librechat/index.ts'
import {librechatImporter} from '../../src/convert/librechat/read-conversation.ts'
import type {ChatMessage} from '../../src/convert/message.ts'
import {stringify} from '../../src/index.ts'

type Value = Record<string, unknown>

function read(
  messages: ReadonlyArray<Value>,
  options: ImportOptions = {}
): {messages: Array<ChatMessage>; losses: Array<string>} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const value = {conversationId: 'c1', messages}
  const conversations = readExport(value, librechatImporter, {
    onLoss,
    ...options
  })
  return {messages: conversations.flatMap(({messages}) => messages), losses}
}

describe('fromLibrechat', () => {
  const value = {
    conversationId: 'c1',
    title: 'Rivers',
    options: {
      model: 'gpt-4o',
      temperature: 1,
      top_p: null,
      promptPrefix: 'Be brief.'
    },
    messages: [
      {
        messageId: 'a',
        parentMessageId: '0',
        isCreatedByUser: true,
        sender: 'User',
        text: 'Which?',
        createdAt: '2026-01-01T00:00:00Z',
        children: [
          {
            messageId: 'b',
            isCreatedByUser: false,
            sender: 'GPT-4',
            model: 'gpt-4o',
            text: 'The Nile.'
          },
          {messageId: 'c', isCreatedByUser: false, text: 'The Amazon.'}
        ]
      }
    ]
  }

  test('should make a note of a conversation', () => {
    const [, chat] = fromLibrechat(value, {branches: 'all'})
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
id: c1
temperature: 1
model: gpt-4o
system_commands: [Be brief.]
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"a","time":"2026-01-01T00:00:00Z"} -->

Which?

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (gpt-4o)</span> <!-- {"id":"b","name":"GPT-4"} -->

The Nile.
`)
  })

  test('should take the last branch of those that are as new', () => {
    const losses: Array<string> = []
    const [chat] = fromLibrechat(value, {
      onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`)
    })
    expect(chat?.children[1]?.value).toBe('The Amazon.')
    expect(losses).toEqual(['branch-dropped messages.b'])
  })

  test('should be told by its shape', () => {
    expect(librechat.detect?.(value)).toBe(true)
    expect(
      librechat.from?.({conversationId: 'a', messagesTree: value.messages})
    ).toHaveLength(1)
    expect(librechat.detect?.({conversationId: 'a', messagesTree: []})).toBe(
      true
    )
    for (const other of [null, [], {}, {conversationId: 'a'}, {messages: []}]) {
      expect(librechat.detect?.(other)).toBe(false)
    }
  })

  test('should read a conversation without messages', () => {
    expect(fromLibrechat({conversationId: 'a'})).toEqual([
      {type: 'chat', config: {id: 'a'}, children: []}
    ])
  })

  test('should refuse another shape', () => {
    expect(() => fromLibrechat({messages: [{text: 'a'}, {text: 1}]})).toThrow(
      new TypeError(
        'Expected a string at `text` of message 1 of an export of LibreChat'
      )
    )
  })

  test('should read messages that nest 10,000 levels deep', () => {
    let message: Value = {messageId: 'last', text: 'last'}
    for (let level = 0; level < 10_000; level++) {
      message = {
        messageId: `${level}`,
        isCreatedByUser: level % 2 === 0,
        text: 'a',
        children: [message]
      }
    }
    const {messages} = read([message])
    expect(messages[messages.length - 1]?.id).toBe('last')
    expect(messages).toHaveLength(10_001)
  })
})

test('should read messages in the order in which they follow', () => {
  const flat = [
    {messageId: 'b', parentMessageId: 'a', sender: 'GPT', text: 'b'},
    {messageId: 'a', parentMessageId: '0', sender: 'user', text: 'a'}
  ]
  expect(read(flat).messages).toEqual([
    {role: 'user', id: 'a', parts: [{type: 'text', text: 'a'}]},
    {
      role: 'assistant',
      id: 'b',
      name: 'GPT',
      parts: [{type: 'text', text: 'b'}]
    }
  ])
})

test('should read parts', () => {
  const content = [
    {type: 'text', text: 'The linked list and its links were cited'},
    {type: 'text', text: {value: 'b'}},
    {type: 'text', text: ''},
    {type: 'think', think: 'Hm.'},
    {type: 'think', think: {value: ''}},
    {
      type: 'tool_call',
      tool_call: {id: 't', name: 'search', args: '{"q":1}', output: 'A'}
    },
    {type: 'tool_call', tool_call: {name: 'search', args: {q: 2}}},
    {type: 'tool_call', tool_call: {}},
    {type: 'tool_call'},
    {
      type: 'image_file',
      image_file: {
        file_id: 'f',
        filepath: '/a.png',
        filename: 'a.png',
        type: 'image/png'
      }
    },
    {type: 'image_url', image_url: {url: 'u'}},
    {type: 'image_file'},
    {type: 'image_url'},
    {type: 'error', error: 'e'},
    'c'
  ]
  expect(read([{content, text: 'all'}]).messages[0]?.parts).toEqual([
    {type: 'text', text: 'The linked list and its links were cited'},
    {type: 'text', text: 'b'},
    {type: 'reasoning', text: 'Hm.'},
    {type: 'tool-call', name: 'search', id: 't', input: {q: 1}},
    {type: 'tool-result', name: 'search', id: 't', output: 'A'},
    {type: 'tool-call', name: 'search', input: {q: 2}},
    {type: 'tool-call', name: '', input: null},
    {
      type: 'file',
      mediaType: 'image/png',
      name: 'a.png',
      url: '/a.png',
      ref: 'f'
    },
    {type: 'file', mediaType: 'image/*', url: 'u'},
    {type: 'file', mediaType: 'image/*'},
    {type: 'file', mediaType: 'image/*'},
    {type: 'other', kind: 'error', value: {error: 'e'}},
    {type: 'text', text: 'c'}
  ])
})

test('should keep files, and say which have no content', () => {
  const files = [
    {filename: 'a.txt', text: 'A', type: 'text/plain', file_id: 'f'},
    {filename: 'b.pdf'},
    {}
  ]
  expect(read([{files, text: ''}, {text: ''}])).toEqual({
    messages: [
      {
        role: 'assistant',
        parts: [
          {
            type: 'file',
            name: 'a.txt',
            mediaType: 'text/plain',
            ref: 'f',
            text: 'A'
          },
          {type: 'file', name: 'b.pdf'},
          {type: 'file'}
        ]
      }
    ],
    losses: [
      'file-unresolved messages.#0.files.1',
      'file-unresolved messages.#0.files.2'
    ]
  })
})
