import {describe, expect, test} from 'vitest'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import {fromLmStudio, lmStudio} from '../../src/convert/lm-studio/index.ts'
import {lmStudioImporter} from '../../src/convert/lm-studio/read-conversation.ts'
import type {ChatMessage} from '../../src/convert/message.ts'
import {stringify} from '../../src/index.ts'

type Value = Record<string, unknown>

function read(versions: ReadonlyArray<Value>): {
  messages: Array<ChatMessage>
  losses: Array<string>
} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const messages = versions.map(version => ({versions: [version]}))
  const all = readExport({messages}, lmStudioImporter, {onLoss})
  return {messages: all.flatMap(({messages}) => messages), losses}
}

const value = {
  name: 'Rivers',
  createdAt: 1767225600000,
  systemPrompt: 'Be brief.',
  lastUsedModel: {identifier: 'qwen3'},
  messages: [
    {
      currentlySelected: 1,
      versions: [
        {
          type: 'singleStep',
          role: 'user',
          content: [{type: 'text', text: 'First'}]
        },
        {
          type: 'singleStep',
          role: 'user',
          content: [
            {type: 'text', text: 'The linked list and its links were cited'}
          ]
        }
      ]
    },
    {
      versions: [
        {
          type: 'multiStep',
          role: 'assistant',
          senderInfo: {senderName: 'qwen3'},
          steps: [
            {
              type: 'contentBlock',
              style: {type: 'thinking'},
              content: [{type: 'text', text: 'Hm.'}]
            },
            {
              type: 'contentBlock',
              content: [
                {
                  type: 'toolCallRequest',
                  name: 'search',
                  parameters: {q: 1},
                  toolCallRequestId: 't'
                }
              ]
            },
            {type: 'toolStatus'},
            {
              type: 'contentBlock',
              content: [
                {type: 'toolCallResult', toolCallRequestId: 't', content: 'A'}
              ]
            },
            {type: 'contentBlock', content: [{type: 'text', text: 'Yes.'}]}
          ]
        }
      ]
    }
  ]
}

describe('fromLmStudio', () => {
  test('should make a note of a conversation', () => {
    const losses: Array<string> = []
    const [chat] = fromLmStudio(value, {
      onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`)
    })
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
created: "2026-01-01T00:00:00.000Z"
model: qwen3
system_commands: [Be brief.]
---

The linked list and its links were cited

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (qwen3)</span>

> [!reasoning]-
> Hm.

\`\`\`json tool-call search t
{ "q": 1 }
\`\`\`

\`\`\`text tool-result search t
A
\`\`\`

Yes.
`)
    expect(losses).toEqual(['branch-dropped messages.0.versions'])
  })

  test('should be told by its shape', () => {
    expect(lmStudio.detect?.(value)).toBe(true)
    expect(lmStudio.detect?.([value])).toBe(true)
    for (const other of [
      null,
      [],
      {},
      {messages: []},
      {messages: [1]},
      {messages: [{}]}
    ]) {
      expect(lmStudio.detect?.(other)).toBe(false)
    }
    expect(lmStudio.from?.({messages: []})).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse another shape', () => {
    expect(() => fromLmStudio({messages: [{versions: [1]}]})).toThrow(
      new TypeError(
        'Expected an object at `messages[0].versions[0]` of a conversation of LM Studio'
      )
    )
  })
})

test('should read a message whose version is not there', () => {
  const messages = [
    {versions: [], currentlySelected: 3},
    {
      versions: [{role: 'user', content: [{type: 'text', text: 'a'}]}],
      currentlySelected: 3
    }
  ]
  const [conversation] = readExport({messages}, lmStudioImporter, {})
  expect(conversation?.messages).toEqual([
    {role: 'user', parts: [{type: 'text', text: 'a'}]}
  ])
})

test('should read files, calls without ids, and anything else', () => {
  const content = [
    {type: 'text', text: ' '},
    {type: 'file', fileIdentifier: 'a.png', fileType: 'image'},
    {type: 'file'},
    {type: 'toolCallRequest', name: 'f'},
    {type: 'toolCallRequest', name: 'g', callId: 'x'},
    {type: 'toolCallResult'},
    {type: 'toolCallResult', toolCallId: 'x'},
    {type: 'toolCallResult'},
    {type: 'x', a: 1},
    1
  ]
  const style = {type: 'thinking'}
  const steps = [{type: 'contentBlock', style, content: content.slice(3, 4)}]
  expect(
    read([{content}, {role: 'assistant', type: 'multiStep', steps}])
  ).toEqual({
    messages: [
      {
        role: 'user',
        parts: [
          {type: 'file', mediaType: 'image/*', ref: 'a.png'},
          {type: 'file'},
          {type: 'tool-call', name: 'f', input: null},
          {type: 'tool-call', name: 'g', id: 'x', input: null},
          {type: 'tool-result', name: 'f', output: ''},
          {type: 'tool-result', name: 'g', id: 'x', output: ''},
          {type: 'tool-result', name: '', output: ''},
          {type: 'other', kind: 'x', value: {a: 1}}
        ]
      },
      {role: 'assistant', parts: [{type: 'tool-call', name: 'f', input: null}]}
    ],
    losses: ['file-unresolved messages.0', 'file-unresolved messages.0']
  })
})
