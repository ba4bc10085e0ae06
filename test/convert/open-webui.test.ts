import {describe, expect, test} from 'vitest'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import type {Part} from '../../src/convert/message.ts'
import {fromOpenWebui, openWebui} from '../../src/convert/open-webui/index.ts'
import {openWebuiImporter} from '../../src/convert/open-webui/read-chat.ts'
import {readDetails} from '../../src/convert/open-webui/read-details.ts'
import {stringify} from '../../src/index.ts'

type Value = Record<string, unknown>

function readParts(message: Value): {
  parts: Array<Part>
  losses: Array<string>
} {
  const losses: Array<string> = []
  const chat = {history: {messages: {a: {role: 'assistant', ...message}}}}
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const [conversation] = readExport({chat}, openWebuiImporter, {onLoss})
  const parts = conversation?.messages.flatMap(({parts}) => parts) ?? []
  return {parts, losses}
}

describe('fromOpenWebui', () => {
  const value = [
    {
      id: 'c1',
      title: 'Rivers',
      chat: {
        models: ['llama3.1:latest'],
        params: {temperature: 0.5, system: 'Be brief.'},
        tags: ['geo', {name: 'rivers'}],
        history: {
          currentId: 'b',
          messages: {
            a: {
              id: 'a',
              parentId: null,
              role: 'user',
              content: 'Which?',
              timestamp: 1767225600
            },
            b: {
              id: 'b',
              parentId: 'a',
              role: 'assistant',
              content: 'The Nile.',
              model: 'llama3.1:latest'
            },
            c: {
              id: 'c',
              parentId: 'a',
              role: 'assistant',
              content: 'The Amazon.'
            }
          }
        }
      },
      created_at: 1767225600,
      updated_at: 1767225660
    }
  ]

  test('should make a note of a chat', () => {
    const losses: Array<string> = []
    const [chat] = fromOpenWebui(value, {
      onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`)
    })
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
created: "2026-01-01T00:00:00.000Z"
updated: "2026-01-01T00:01:00.000Z"
model: llama3.1:latest
id: c1
tags: [geo, rivers]
temperature: 0.5
system_commands: [Be brief.]
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"a","time":"2026-01-01T00:00:00.000Z"} -->

Which?

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (llama3.1:latest)</span> <!-- {"id":"b"} -->

The Nile.
`)
    expect(losses).toEqual(['branch-dropped 0.chat.history.messages.c'])
  })

  test('should make a note of each branch', () => {
    const chats = fromOpenWebui(value, {branches: 'all'})
    expect(chats.map(({children}) => children[1]?.value)).toEqual([
      'The Nile.',
      'The Amazon.'
    ])
  })

  test('should read old chats, whose messages are a list', () => {
    const messages = [
      {role: 'user', content: 'a'},
      {role: 'assistant', content: 'b'}
    ]
    const old = {chat: {title: 'Old', system: 'S', messages}}
    expect(openWebui.detect?.(old)).toBe(true)
    expect(openWebui.from?.(old)).toEqual([
      {
        type: 'chat',
        config: {title: 'Old', system_commands: ['S']},
        children: [
          {type: 'turn', role: 'user', value: 'a'},
          {type: 'turn', role: 'assistant', value: 'b'}
        ]
      }
    ])
    expect(fromOpenWebui({chat: {}})).toHaveLength(1)
  })

  test.each([null, [], {}, {chat: {}}, {chat: 1}])(
    'should not take %j for an export',
    value => {
      expect(openWebui.detect?.(value)).toBe(false)
    }
  )

  test('should refuse another shape', () => {
    const wrong = {chat: {history: {messages: {a: {}}}}}
    expect(() => fromOpenWebui(wrong)).toThrow(
      new TypeError(
        'Expected a string at `role` of message `a` of an export of Open WebUI'
      )
    )
  })
})

describe('answers', () => {
  test('should be read from their items', () => {
    const output = [
      {
        type: 'reasoning',
        id: 'r',
        content: [{type: 'output_text', text: 'Hm.'}],
        duration: 3
      },
      {type: 'message', content: [{type: 'output_text', text: 'Yes.'}]},
      1
    ]
    expect(readParts({content: 'other', output}).parts).toEqual([
      {type: 'reasoning', text: 'Hm.', meta: {id: 'r', duration: 3}},
      {type: 'text', text: 'Yes.'}
    ])
  })

  test('should keep errors', () => {
    expect(
      readParts({content: '', error: {content: 'No model'}}).parts
    ).toEqual([{type: 'other', kind: 'error', value: {content: 'No model'}}])
    expect(readParts({content: ''}).parts).toEqual([])
  })

  test('should have links to their sources after them', () => {
    const sources = [
      {source: {name: 'A', url: 'https://a.example/'}},
      {
        source: {name: 'file.pdf'},
        metadata: [
          {source: 'https://b.example/', title: 'B'},
          {source: 'b.pdf'}
        ]
      },
      1,
      {}
    ]
    expect(readParts({content: 'Yes [1].', sources}).parts).toEqual([
      {
        type: 'text',
        text: 'Yes [1].\n\n([A](https://a.example/), [B](https://b.example/))'
      }
    ])
    expect(
      readParts({content: '', sources: sources.slice(0, 1)}).parts
    ).toEqual([{type: 'text', text: '([A](https://a.example/))'}])
  })
})

test('should read contents that are lists', () => {
  const content = [
    {type: 'text', text: 'a'},
    {type: 'image_url', image_url: {url: 'u'}},
    {type: 'x'},
    1
  ]
  expect(readParts({role: 'user', content}).parts).toEqual([
    {type: 'text', text: 'a'},
    {type: 'file', mediaType: 'image/*', url: 'u'},
    {type: 'other', kind: 'x', value: {type: 'x'}}
  ])
  expect(readParts({role: 'user', content: null}).parts).toEqual([])
})

test('should keep files, and say which have no content', () => {
  const files = [
    {type: 'image', url: 'data:image/png;base64,AA=='},
    {type: 'image', url: '/api/v1/files/x'},
    {
      type: 'file',
      name: 'a.txt',
      id: 'f',
      file: {data: {content: 'A'}, meta: {content_type: 'text/plain'}}
    },
    {type: 'file', id: 'g', content_type: 'a/b', file: {filename: 'b.pdf'}},
    {type: 'collection'},
    1
  ]
  expect(readParts({role: 'user', content: '', files})).toEqual({
    parts: [
      {type: 'file', mediaType: 'image/png', data: 'AA=='},
      {type: 'file', mediaType: 'image/*', url: '/api/v1/files/x'},
      {
        type: 'file',
        mediaType: 'text/plain',
        name: 'a.txt',
        ref: 'f',
        text: 'A'
      },
      {type: 'file', mediaType: 'a/b', name: 'b.pdf', ref: 'g'},
      {type: 'file'}
    ],
    losses: [1, 3, 4].map(
      index => `file-unresolved chat.history.messages.a.files.${index}`
    )
  })
})

describe('readDetails', () => {
  const reasoning =
    '<details type="reasoning" done="true" duration="3">\n<summary>Thought</summary>\n&gt; a &lt;b&gt;\n&gt; c\n</details>\n'
  const tool =
    '<details type="tool_calls" done="true" id="t1" name="search" arguments="&quot;{\\&quot;q\\&quot;: 1}&quot;" result="&quot;A &amp;amp; B&quot;">\n<summary>Tool Executed</summary>\n</details>'

  test.each<[string, string, Array<Part>]>([
    [
      'thoughts',
      `${reasoning}Yes.`,
      [
        {type: 'reasoning', text: 'a <b>\nc', meta: {duration: 3}},
        {type: 'text', text: '\nYes.'}
      ]
    ],
    [
      'a call and its result',
      `Wait.\n${tool}`,
      [
        {type: 'text', text: 'Wait.\n'},
        {
          type: 'tool-call',
          name: 'search',
          id: 't1',
          input: {q: 1},
          raw: '{"q": 1}'
        },
        {type: 'tool-result', name: 'search', id: 't1', output: 'A &amp; B'}
      ]
    ],
    [
      'a call whose arguments are no string',
      '<details type="tool_calls" name="a" arguments="{}"></details>',
      [{type: 'tool-call', name: 'a', input: {}}]
    ],
    [
      'a result alone',
      '<details type="tool_calls"><summary>Done</summary>&quot;A&quot;</details>B',
      [
        {type: 'tool-result', name: '', output: 'A'},
        {type: 'text', text: 'B'}
      ]
    ],
    [
      'a summary alone',
      '<details type="tool_calls"><summary>Done</summary></details>',
      [{type: 'text', text: 'Done'}]
    ],
    [
      'thoughts without text',
      '<details type="reasoning"><summary>Thinking…</summary></details>',
      [{type: 'text', text: 'Thinking…'}]
    ],
    [
      'thoughts that say how long they took',
      '<details type="reasoning" duration="1"></details>',
      [{type: 'reasoning', text: '', meta: {duration: 1}}]
    ],
    [
      'one after the other',
      `<details type="reasoning">a</details><details type="reasoning">b</details>`,
      [
        {type: 'reasoning', text: 'a'},
        {type: 'reasoning', text: 'b'}
      ]
    ]
  ])('should read %s', (_, value, parts) => {
    expect(readDetails(value)).toEqual(parts)
  })

  test.each([
    'The linked list and its links were cited',
    'Write <details type="reasoning">a</details> in a line',
    '```html\n<details type="reasoning">a</details>\n```',
    '<details type="code">a</details>',
    '<details type="reasoning" open>a</details>',
    '<details type="reasoning">a',
    '<details type="reasoning'
  ])('should leave %j as it is', text => {
    expect(readDetails(text)).toEqual([{type: 'text', text}])
  })
})
