import {stringify} from 'chatmd'
import {
  fromGrokBuild,
  grokBuild,
  type ImportOptions,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

function read(lines: ReadonlyArray<unknown>, options: ImportOptions = {}) {
  const {losses, onLoss} = collectLosses()
  const [chat] = fromGrokBuild(lines, {onLoss, ...options})
  return {messages: chat ? toMessages(chat) : [], losses}
}

const lines = [
  {type: 'system', content: 'You are Grok'},
  {
    type: 'user',
    content: [{type: 'text', text: 'Policy'}],
    synthetic_reason: 'project_instructions'
  },
  {type: 'user', content: [{type: 'text', text: 'List files.'}]},
  {
    type: 'reasoning',
    id: 'r1',
    summary: [{type: 'summary_text', text: 'Use ls.'}]
  },
  {
    type: 'assistant',
    content: 'Let me look.',
    tool_calls: [{id: 'c1', name: 'shell', arguments: '{"cmd":"ls"}'}],
    model_id: 'grok-4.5'
  },
  {type: 'tool_result', tool_call_id: 'c1', content: 'a.txt'},
  {type: 'assistant', content: 'One file.', model_id: 'grok-4.5'},
  {
    type: 'user',
    content: [{type: 'text', text: 'Thanks.'}],
    synthetic_reason: 'interjection'
  }
]

describe('fromGrokBuild', () => {
  test('should make a note of a session', () => {
    const {losses, onLoss} = collectLosses()
    const [chat] = fromGrokBuild(lines, {onLoss})
    expect(chat && stringify(chat)).toBe(`---
model: grok-4.5
---

List files.

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (grok-4.5)</span>

> [!reasoning]- <!-- { "id": "r1" } -->
> Use ls.

Let me look.

\`\`\`json tool-call shell c1
{ "cmd": "ls" }
\`\`\`

\`\`\`text tool-result shell c1
a.txt
\`\`\`

One file.

<hr class="__chatgpt_plugin">

### role::user

Thanks.
`)
    expect(losses).toEqual(['hidden-dropped 0', 'hidden-dropped 1'])
  })

  test('should be told by its first line', () => {
    expect(grokBuild.detect?.(lines)).toBe(true)
    const others = [
      null,
      [],
      [1],
      [{type: 'user'}],
      [{type: 'assistant', content: ''}],
      [{type: 'user', content: '', uuid: 'a'}],
      [{type: 'user', content: '', message: {}}]
    ]
    for (const other of others) expect(grokBuild.detect?.(other)).toBe(false)
    expect(grokBuild.from?.([])).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse what is no list', () => {
    expect(() => fromGrokBuild({})).toThrow(
      new TypeError('Expected a list of lines as a session of Grok Build')
    )
  })
})

test('should keep what is hidden if that is asked for', () => {
  const {messages, losses} = read(lines, {hidden: true})
  expect(messages.slice(0, 2)).toEqual([
    {role: 'system', parts: [{type: 'text', text: 'You are Grok'}]},
    {
      role: 'user',
      parts: [{type: 'text', text: 'Policy'}]
    }
  ])
  expect(losses).toEqual([])
})

test('should keep calls that the server made, and say which lines are none', () => {
  const kind = {tool_type: 'web_search', action: {query: 'eggs'}, id: 'w'}
  const {messages, losses} = read([
    {type: 'backend_tool_call', kind},
    {type: 'backend_tool_call'},
    {type: 'tool_result', content: [{type: 'text', text: 'x'}]},
    {type: 'assistant', content: 'The linked list and its links were cited'},
    {type: 'assistant', content: ''},
    {type: 'usage', tokens: 1},
    2
  ])
  expect(messages.map(({parts}) => parts)).toEqual([
    [
      {type: 'other', kind: 'web_search', value: kind},
      {type: 'other', kind: 'backend_tool_call', value: null},
      {type: 'tool-result', name: '', output: 'x'},
      {type: 'text', text: 'The linked list and its links were cited'}
    ]
  ])
  expect(losses).toEqual(['unknown-part 6', 'hidden-dropped 5'])
})
