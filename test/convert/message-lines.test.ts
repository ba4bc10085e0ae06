import {stringify} from 'chatmd'
import {
  fromMessageLines,
  type ImportOptions,
  messageLines,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

function read(lines: ReadonlyArray<unknown>, options: ImportOptions = {}) {
  const {losses, onLoss} = collectLosses()
  const [chat] = fromMessageLines(lines, {onLoss, ...options})
  return {messages: chat ? toMessages(chat) : [], losses}
}

const gptme = [
  {role: 'system', content: 'You are gptme.', hide: true, pinned: true},
  {
    role: 'user',
    content: 'The linked list and its links were cited',
    timestamp: '2026-01-01T00:00:00.000000',
    files: ['a.txt', '', 1]
  },
  {
    role: 'assistant',
    content: 'Saved.',
    timestamp: '2026-01-01T00:00:01.000000',
    metadata: {model: 'claude', cost: 0.5}
  }
]

describe('fromMessageLines', () => {
  test('should make a note of a session', () => {
    const {losses, onLoss} = collectLosses()
    const [chat] = fromMessageLines(gptme, {onLoss})
    expect(chat && stringify(chat)).toBe(`<hr class="__chatgpt_plugin">

### role::user <!-- {"time":"2026-01-01T00:00:00.000000"} -->

The linked list and its links were cited

![](a.txt "")

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (claude)</span> <!-- {"time":"2026-01-01T00:00:01.000000"} -->

Saved.
`)
    expect(losses).toEqual([
      'extra-dropped 0.pinned',
      'extra-dropped 2.metadata.cost',
      'hidden-dropped 0'
    ])
  })

  test('should be told by its lines', () => {
    expect(messageLines.detect?.(gptme)).toBe(true)
    const parts = [{type: 'text', text: 'a'}, {image_url: {url: 'u'}}]
    expect(
      messageLines.detect?.([
        {role: 'user', content: parts},
        {role: 'assistant', content: null, tool_calls: []}
      ])
    ).toBe(true)
    const others = [
      null,
      [],
      [1],
      [{content: ''}],
      [{role: 'user'}],
      [{role: 'user', content: '', type: 'message'}],
      [{role: 'user', content: [{type: 'image'}]}],
      [...gptme, {type: 'x'}]
    ]
    for (const other of others) expect(messageLines.detect?.(other)).toBe(false)
    expect(messageLines.from?.([])).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse another shape', () => {
    expect(() => fromMessageLines([{role: 'user', content: 1}])).toThrow(
      new TypeError(
        'Expected a string or a list at `content` of line 0 of a session'
      )
    )
    expect(() => fromMessageLines({})).toThrow(
      new TypeError('Expected a list of lines as a session of messages')
    )
  })
})

test('should keep what is hidden if that is asked for', () => {
  const [first] = read(gptme, {hidden: true}).messages
  expect(first?.parts).toEqual([{type: 'text', text: 'You are gptme.'}])
})

test('should join the steps of an answer, with calls and results', () => {
  const call = {name: 'ls', arguments: '{"path":"."}'}
  const {messages, losses} = read([
    {role: 'user', content: 'List files.', message_id: 'm1'},
    {
      role: 'assistant',
      content: '',
      reasoning_content: 'Use ls.',
      tool_calls: [{id: 'c1', type: 'function', function: call}],
      message_id: 'm2'
    },
    {role: 'tool', content: 'a.txt', tool_call_id: 'c1', name: 'ls'},
    {role: 'assistant', content: 'One file.', message_id: 'm3'},
    {role: 'user', content: ''}
  ])
  expect(messages).toEqual([
    {role: 'user', id: 'm1', parts: [{type: 'text', text: 'List files.'}]},
    {
      role: 'assistant',
      id: 'm2',
      parts: [
        {type: 'reasoning', text: 'Use ls.'},
        {type: 'tool-call', name: 'ls', id: 'c1', input: {path: '.'}},
        {type: 'tool-result', name: 'ls', id: 'c1', output: 'a.txt'},
        {type: 'text', text: 'One file.'}
      ]
    }
  ])
  expect(losses).toEqual(['step-metadata 1'])
})
