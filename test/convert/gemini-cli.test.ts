import {describe, expect, test} from 'vitest'
import {fromGeminiCli, geminiCli} from '../../src/convert/gemini-cli/index.ts'
import {geminiCliImporter} from '../../src/convert/gemini-cli/read-session.ts'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import {readGeminiPart} from '../../src/convert/import/read-gemini-part.ts'
import type {ChatMessage} from '../../src/convert/message.ts'
import {stringify} from '../../src/index.ts'

function read(
  value: unknown,
  options: ImportOptions = {}
): {messages: Array<ChatMessage>; losses: Array<string>} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const all = readExport(value, geminiCliImporter, {onLoss, ...options})
  return {messages: all.flatMap(({messages}) => messages), losses}
}

function readTexts(lines: ReadonlyArray<unknown>): Array<unknown> {
  const head = {sessionId: 's', projectHash: 'p'}
  const {messages, losses} = read([head, ...lines])
  const texts = messages.map(({parts}) =>
    parts[0] && 'text' in parts[0] ? parts[0].text : undefined
  )
  return [...texts, ...losses]
}

const session = {
  sessionId: 's1',
  projectHash: 'p',
  startTime: '2026-01-01T00:00:00Z',
  lastUpdated: '2026-01-01T00:01:00Z',
  summary: 'Read it',
  messages: [
    {
      id: 'u1',
      type: 'user',
      content: [{text: 'Read a.md'}],
      timestamp: '2026-01-01T00:00:01Z'
    },
    {
      id: 'a1',
      type: 'gemini',
      model: 'gemini-3-pro',
      content: 'Reading.',
      thoughts: [{subject: 'Plan', description: 'Read it.'}],
      toolCalls: [
        {
          id: 'c1',
          name: 'read_file',
          args: {path: 'a.md'},
          status: 'success',
          result: [
            {
              functionResponse: {
                id: 'c1',
                name: 'read_file',
                response: {output: '# A'}
              }
            }
          ]
        }
      ]
    },
    {id: 'i1', type: 'info', content: 'Update available'}
  ]
}

describe('fromGeminiCli', () => {
  test('should make a note of a session', () => {
    const losses: Array<string> = []
    const [chat] = fromGeminiCli(session, {
      onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`)
    })
    expect(chat && stringify(chat)).toBe(`---
title: Read it
created: "2026-01-01T00:00:00Z"
updated: "2026-01-01T00:01:00Z"
id: s1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"u1","time":"2026-01-01T00:00:01Z"} -->

Read a.md

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (gemini-3-pro)</span> <!-- {"id":"a1"} -->

> [!reasoning]-
> **Plan**
>
> Read it.

Reading.

\`\`\`json tool-call read_file c1
{ "path": "a.md" }
\`\`\`

\`\`\`text tool-result read_file c1
# A
\`\`\`
`)
    expect(losses).toEqual(['hidden-dropped messages.2'])
  })

  test('should be told by its shape', () => {
    expect(geminiCli.detect?.(session)).toBe(true)
    expect(geminiCli.detect?.([session])).toBe(true)
    expect(
      geminiCli.detect?.({sessionId: 's', messages: [{type: 'user'}]})
    ).toBe(true)
    for (const other of [
      null,
      [],
      [1],
      {},
      {sessionId: 's'},
      {sessionId: 's', messages: [{type: 'x'}]}
    ]) {
      expect(geminiCli.detect?.(other)).toBe(false)
    }
    expect(geminiCli.from?.([session])).toHaveLength(1)
  })

  test('should refuse another shape', () => {
    expect(() => fromGeminiCli({messages: [{}]})).toThrow(
      new TypeError(
        'Expected a string at `messages[0].type` of a session of Gemini CLI'
      )
    )
  })
})

describe('a log', () => {
  test('should hold the last of each message', () => {
    expect(
      readTexts([
        {id: 'a', type: 'user', content: 'a'},
        {id: 'b', type: 'gemini', content: 'draft'},
        {$set: {summary: 'S'}},
        {
          id: 'b',
          type: 'gemini',
          content: 'The linked list and its links were cited'
        },
        1
      ])
    ).toEqual([
      'a',
      'The linked list and its links were cited',
      'unknown-part 5'
    ])
  })

  test('should forget what was taken back', () => {
    const three = ['a', 'b', 'c'].map(id => ({id, type: 'user', content: id}))
    expect(readTexts([...three, {$rewindTo: 'b'}])).toEqual([
      'a',
      'branch-dropped 4'
    ])
    expect(readTexts([...three, {$rewindTo: 'x'}])).toEqual([
      'branch-dropped 4'
    ])
    expect(readTexts([{$rewindTo: 'x'}])).toEqual([])
  })

  test('should hold messages that are set if it holds no others', () => {
    const messages = [{id: 'a', type: 'user', content: 'a'}]
    expect(readTexts([{$set: {messages}}])).toEqual(['a'])
    expect(
      readTexts([{id: 'a', type: 'user', content: 'b'}, {$set: {messages}}])
    ).toEqual(['b'])
    expect(
      readTexts([{id: 'b', type: 'user', content: 'b'}, {$set: {messages}}])
    ).toEqual(['b', 'hidden-dropped $set.messages'])
  })
})

test('should keep what is hidden if that is asked for', () => {
  expect(read(session, {hidden: true}).messages[2]).toEqual({
    role: 'developer',
    id: 'i1',
    parts: [{type: 'text', text: 'Update available'}]
  })
})

test('should read thoughts and calls that are odd', () => {
  const message = {
    type: 'gemini',
    thoughts: [{description: 'a'}, {}, 1],
    toolCalls: [
      {
        name: 'f',
        status: 'error',
        result: [{functionResponse: {response: {error: 'No'}}}]
      },
      {name: 'g', result: [{functionResponse: {response: {a: 1}}}]},
      {name: 'h', result: [{functionResponse: {response: {a: 1, b: 2}}}]},
      {name: 'i', result: 'text', status: 'cancelled'},
      {name: 'j', result: [1]},
      {name: 'k', args: {}},
      1
    ]
  }
  expect(
    read({messages: [message, {type: 'user'}]}).messages[0]?.parts
  ).toEqual([
    {type: 'reasoning', text: 'a'},
    {type: 'tool-call', name: 'f', input: null},
    {type: 'tool-result', name: 'f', output: 'No', error: true},
    {type: 'tool-call', name: 'g', input: null},
    {type: 'tool-result', name: 'g', output: {a: 1}},
    {type: 'tool-call', name: 'h', input: null},
    {
      type: 'tool-result',
      name: 'h',
      output: [{functionResponse: {response: {a: 1, b: 2}}}]
    },
    {type: 'tool-call', name: 'i', input: null},
    {type: 'tool-result', name: 'i', output: 'text', error: true},
    {type: 'tool-call', name: 'j', input: null},
    {type: 'tool-result', name: 'j', output: [1]},
    {type: 'tool-call', name: 'k', input: {}}
  ])
})

describe('readGeminiPart', () => {
  test.each<[unknown, unknown]>([
    ['a', [{type: 'text', text: 'a'}]],
    [{text: ' '}, []],
    [{text: 'a', thought: true}, [{type: 'reasoning', text: 'a'}]],
    [{text: '', thought: true}, []],
    [
      {functionCall: {id: 'c', name: 'f', args: {a: 1}}},
      [{type: 'tool-call', id: 'c', name: 'f', input: {a: 1}}]
    ],
    [
      {functionCall: {name: 'f'}},
      [{type: 'tool-call', name: 'f', input: null}]
    ],
    [
      {functionResponse: {name: 'f', response: {a: 1}}},
      [{type: 'tool-result', name: 'f', output: {a: 1}}]
    ],
    [
      {functionResponse: {name: 'f'}},
      [{type: 'tool-result', name: 'f', output: ''}]
    ],
    [
      {inlineData: {mimeType: 'image/png', data: 'AA=='}},
      [{type: 'file', mediaType: 'image/png', data: 'AA=='}]
    ],
    [
      {fileData: {fileUri: 'u', displayName: 'a'}},
      [{type: 'file', name: 'a', url: 'u'}]
    ],
    [
      {executableCode: {code: '1'}},
      [{type: 'other', kind: 'executableCode', value: {code: '1'}}]
    ],
    [{a: 1}, []],
    [1, []]
  ])('should read %j', (part, parts) => {
    expect(readGeminiPart(part)).toEqual(parts)
  })
})
