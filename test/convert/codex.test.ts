import {describe, expect, test} from 'vitest'
import {codex, fromCodex} from '../../src/convert/codex/index.ts'
import {codexImporter} from '../../src/convert/codex/read-session.ts'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import type {ChatMessage} from '../../src/convert/message.ts'
import {stringify} from '../../src/index.ts'

type Value = Record<string, unknown>

function read(
  lines: ReadonlyArray<unknown>,
  options: ImportOptions = {}
): {messages: Array<ChatMessage>; losses: Array<string>} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const all = readExport(lines, codexImporter, {onLoss, ...options})
  return {messages: all.flatMap(({messages}) => messages), losses}
}

function toLine(type: string, payload: unknown, timestamp?: string): Value {
  return {type, payload, ...(timestamp !== undefined && {timestamp})}
}

function toMessage(role: string, text: string): Value {
  return toLine('response_item', {
    type: 'message',
    role,
    content: [{type: 'input_text', text}]
  })
}

const lines = [
  toLine(
    'session_meta',
    {id: 's1', base_instructions: {text: 'Be brief.'}},
    '2026-01-01T00:00:00Z'
  ),
  toMessage('user', '<environment_context>cwd</environment_context>'),
  toLine('turn_context', {model: 'gpt-5-codex'}),
  toMessage('user', 'List files.'),
  toLine('event_msg', {type: 'user_message', message: 'List files.'}),
  toLine('response_item', {
    type: 'reasoning',
    summary: [{type: 'summary_text', text: 'Use ls.'}]
  }),
  toLine('event_msg', {type: 'agent_reasoning', text: 'Use ls.'}),
  toLine('response_item', {
    type: 'function_call',
    name: 'shell',
    call_id: 'c1',
    arguments: '{"cmd":"ls"}'
  }),
  toLine('response_item', {
    type: 'function_call_output',
    call_id: 'c1',
    output: 'a.txt\n'
  }),
  toLine(
    'response_item',
    {
      type: 'message',
      role: 'assistant',
      content: [{type: 'output_text', text: 'One file.'}]
    },
    '2026-01-01T00:00:09Z'
  ),
  toLine('event_msg', {type: 'token_count', info: null})
]

describe('fromCodex', () => {
  test('should make a note of a session', () => {
    const losses: Array<string> = []
    const [chat] = fromCodex(lines, {
      onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`)
    })
    expect(chat && stringify(chat)).toBe(`---
created: "2026-01-01T00:00:00Z"
updated: "2026-01-01T00:00:09Z"
model: gpt-5-codex
id: s1
---

List files.

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (gpt-5-codex)</span>

> [!reasoning]-
> Use ls.

\`\`\`json tool-call shell c1
{ "cmd": "ls" }
\`\`\`

\`\`\`text tool-result shell c1
a.txt

\`\`\`

One file.
`)
    expect(losses).toEqual([
      'hidden-dropped 0',
      'hidden-dropped 1',
      'step-metadata 5'
    ])
  })

  test('should be told by its lines', () => {
    expect(codex.detect?.(lines)).toBe(true)
    expect(codex.detect?.([{id: 'a', instructions: null}])).toBe(true)
    for (const other of [null, [], [1], [{payload: {}}], [{id: 'a'}]]) {
      expect(codex.detect?.(other)).toBe(false)
    }
    expect(codex.from?.([])).toEqual([{type: 'chat', config: {}, children: []}])
  })

  test('should refuse what is no list', () => {
    expect(() => fromCodex({})).toThrow(
      new TypeError('Expected a list of lines as a session of Codex')
    )
  })
})

test('should keep what is hidden if that is asked for', () => {
  const all = [...lines.slice(0, 2), toMessage('developer', 'Rules.')]
  expect(read(all).losses).toEqual(
    [0, 1, 2].map(index => `hidden-dropped ${index}`)
  )
  expect(read(all, {hidden: true}).messages.map(({role}) => role)).toEqual([
    'system',
    'user',
    'developer'
  ])
})

test('should read logs of old versions, whose lines are items', () => {
  const old = [
    {id: 's', timestamp: '2026-01-01T00:00:00Z', instructions: null},
    {
      type: 'message',
      role: 'user',
      content: [
        {type: 'input_text', text: 'The linked list and its links were cited'}
      ]
    },
    {type: 'function_call', name: 'f', call_id: 'c', arguments: '{}'}
  ]
  expect(read(old)).toEqual({
    messages: [
      {
        role: 'user',
        parts: [
          {type: 'text', text: 'The linked list and its links were cited'}
        ]
      },
      {
        role: 'assistant',
        parts: [{type: 'tool-call', name: 'f', id: 'c', input: {}}]
      }
    ],
    losses: []
  })
})

test('should say which lines are no items, and which texts just events have', () => {
  const more = [
    toLine('compacted', {message: 'Summary'}),
    toLine('event_msg', {type: 'agent_message', message: 'Lost'}),
    toLine('event_msg', {type: 'agent_message', message: ''}),
    toLine('event_msg', 1),
    toLine('turn_context', null),
    toLine('response_item', {type: 'reasoning', summary: []}),
    1
  ]
  expect(read(more)).toEqual({
    messages: [],
    losses: ['unknown-part 6', 'hidden-dropped 0', 'hidden-dropped 1.payload']
  })
})

test('should keep the model where a context names none', () => {
  const more = [
    toLine('turn_context', {model: 'm'}),
    toLine('turn_context', {}),
    toMessage('assistant', 'a')
  ]
  expect(read(more).messages[0]?.model).toBe('m')
})
