import {stringify} from 'chatmd'
import {fromPi, type ImportOptions, pi, toMessages} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

type Value = Record<string, unknown>

const head = {
  type: 'session',
  id: 's1',
  timestamp: '2026-01-01T00:00:00Z',
  cwd: '/'
}

function read(entries: ReadonlyArray<unknown>, options: ImportOptions = {}) {
  const {losses, onLoss} = collectLosses()
  const chats = fromPi([head, ...entries], {onLoss, ...options})
  return {chats: chats.map(chat => toMessages(chat)), losses}
}

function toEntry(id: string, parentId: string | null, message: Value): Value {
  return {type: 'message', id, parentId, message}
}

const question = toEntry('a', null, {role: 'user', content: 'List files.'})
const call = toEntry('b', 'a', {
  role: 'assistant',
  model: 'claude-opus-4-5',
  content: [
    {type: 'thinking', thinking: 'Use ls.', thinkingSignature: 'sig'},
    {type: 'toolCall', id: 't1', name: 'bash', arguments: {command: 'ls'}}
  ]
})
const result = toEntry('c', 'b', {
  role: 'toolResult',
  toolCallId: 't1',
  toolName: 'bash',
  content: [{type: 'text', text: 'a.txt'}],
  isError: false
})
const answer = toEntry('e', 'd', {
  role: 'assistant',
  content: [{type: 'text', text: 'One file.'}]
})

describe('fromPi', () => {
  test('should make a note of a session', () => {
    const {losses, onLoss} = collectLosses()
    const lines = [
      head,
      question,
      call,
      result,
      {type: 'model_change', id: 'd', parentId: 'c', modelId: 'm'},
      answer,
      {type: 'session_info', id: 'f', parentId: 'e', name: 'Files'}
    ]
    const [chat] = fromPi(lines, {onLoss})
    expect(chat && stringify(chat)).toBe(`---
title: Files
created: "2026-01-01T00:00:00Z"
updated: "2026-01-01T00:00:00Z"
id: s1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"a"} -->

List files.

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (claude-opus-4-5)</span> <!-- {"id":"b"} -->

> [!reasoning]- <!-- { "signature": "sig" } -->
> Use ls.

\`\`\`json tool-call bash t1
{ "command": "ls" }
\`\`\`

\`\`\`text tool-result bash t1
a.txt
\`\`\`

One file.
`)
    expect(losses).toEqual(['hidden-dropped 4', 'step-metadata 2'])
  })

  test('should be told by its first line', () => {
    expect(pi.detect?.([head])).toBe(true)
    for (const other of [null, [], [1], [{type: 'session'}], [question]]) {
      expect(pi.detect?.(other)).toBe(false)
    }
    expect(pi.from?.([])).toEqual([{type: 'chat', config: {}, children: []}])
  })

  test('should refuse what is no list', () => {
    expect(() => fromPi({})).toThrow(
      new TypeError('Expected a list of lines as a session of pi')
    )
  })
})

test('should take the newest branch, or each', () => {
  const other = {
    ...toEntry('z', 'a', {role: 'assistant', content: 'Two.'}),
    timestamp: '2026-01-02T00:00:00Z'
  }
  const entries = [question, other, call]
  const {chats, losses} = read(entries)
  expect(chats.map(messages => messages[1]?.parts)).toEqual([
    [{type: 'text', text: 'Two.'}]
  ])
  expect(losses).toEqual(['branch-dropped 3'])
  expect(read(entries, {branches: 'all'}).chats).toHaveLength(2)
})

test('should read old sessions, whose entries have no ids', () => {
  const {id: _, parentId: __, ...first} = question
  const {id: ___, parentId: ____, ...second} = answer
  expect(read([first, second]).chats[0]?.map(({role}) => role)).toEqual([
    'user',
    'assistant'
  ])
})

test('should read every kind of block', () => {
  const content = [
    {type: 'text', text: 'The linked list and its links were cited'},
    {type: 'text', text: ' '},
    {type: 'thinking', thinking: 'Hm.'},
    {type: 'thinking', thinking: ''},
    {type: 'thinking', thinkingSignature: 'x', redacted: true},
    {type: 'image', data: 'aGk=', mimeType: 'image/png'},
    {type: 'image'},
    {type: 'toolCall', name: 'f'},
    {type: 'new', value: 1},
    'b'
  ]
  const message = {role: 'assistant', content, errorMessage: 'Overloaded'}
  expect(read([toEntry('a', null, message)]).chats[0]?.[0]?.parts).toEqual([
    {type: 'text', text: 'The linked list and its links were cited'},
    {type: 'reasoning', text: 'Hm.'},
    {type: 'reasoning', text: '', meta: {signature: 'x', redacted: true}},
    {type: 'file', mediaType: 'image/png', data: 'aGk='},
    {type: 'file', mediaType: 'image/*'},
    {type: 'tool-call', name: 'f', input: null},
    {type: 'other', kind: 'new', value: {value: 1}},
    {type: 'text', text: 'b'},
    {type: 'other', kind: 'error', value: 'Overloaded'}
  ])
})

test('should read a failed call, and a command that the user ran', () => {
  const entries = [
    toEntry('a', null, {
      role: 'bashExecution',
      command: 'ls',
      output: 'a.txt'
    }),
    toEntry('b', 'a', {role: 'bashExecution', command: 'true', output: ''}),
    toEntry('c', 'b', {role: 'toolResult', content: 'No', isError: true})
  ]
  const [messages] = read(entries).chats
  expect(messages?.map(({parts}) => parts)).toEqual([
    [{type: 'text', text: '```sh\nls\n```\n\n```\na.txt\n```'}],
    [{type: 'text', text: '```sh\ntrue\n```'}],
    [{type: 'tool-result', name: '', output: 'No', error: true}]
  ])
})

test('should say what it hides, and which entries are no messages', () => {
  const entries = [
    {type: 'compaction', id: 'a', parentId: null, summary: 'So far'},
    {type: 'custom_message', id: 'b', parentId: 'a', content: 'Told'},
    toEntry('c', 'b', {role: 'custom', content: [{type: 'text', text: 'By'}]}),
    toEntry('d', 'c', {role: 'assistant', content: []}),
    {type: 'branch_summary', id: 'e', parentId: 'd'},
    {type: 'message', id: 'f', parentId: 'e', message: 'text'},
    {type: 'label', id: 'g', parentId: 'f', label: 'x'}
  ]
  expect(read(entries)).toEqual({
    chats: [[]],
    losses: [
      'hidden-dropped 7',
      'hidden-dropped 1',
      'hidden-dropped 2',
      'hidden-dropped 3',
      'unknown-part 6'
    ]
  })
  const {chats} = read(entries, {hidden: true})
  expect(chats[0]?.map(({role, parts}) => [role, parts])).toEqual(
    ['So far', 'Told', 'By'].map(text => ['user', [{type: 'text', text}]])
  )
})
