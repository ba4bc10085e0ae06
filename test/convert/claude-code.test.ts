import {describe, expect, test} from 'vitest'
import {
  claudeCode,
  fromClaudeCode
} from '../../src/convert/claude-code/index.ts'
import {claudeCodeImporter} from '../../src/convert/claude-code/read-session.ts'
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
  const all = readExport(lines, claudeCodeImporter, {onLoss, ...options})
  return {messages: all.flatMap(({messages}) => messages), losses}
}

function toLine(type: string, content: unknown, about: Value = {}): Value {
  return {type, message: {role: type, content}, ...about}
}

describe('calls at once', () => {
  const call = (uuid: string, parentUuid: string, id: string): Value => ({
    type: 'assistant',
    uuid,
    parentUuid,
    message: {id: 'm', content: [{type: 'tool_use', id, name: 'f', input: {}}]}
  })
  const result = (uuid: string, parentUuid: string, id: string): Value =>
    toLine('user', [{type: 'tool_result', tool_use_id: id, content: id}], {
      uuid,
      parentUuid
    })
  const question = toLine('user', 'Both?', {uuid: 'q', parentUuid: null})
  const answer = (parentUuid: string): Value =>
    toLine('assistant', [{type: 'text', text: 'Both.'}], {
      uuid: 'z',
      parentUuid
    })

  test.each<[string, Array<Value>]>([
    [
      'after all calls',
      [
        call('a', 'q', '1'),
        call('b', 'a', '2'),
        result('c', 'a', '1'),
        result('d', 'b', '2'),
        answer('d')
      ]
    ],
    [
      'while others are written',
      [
        call('a', 'q', '1'),
        result('c', 'a', '1'),
        call('b', 'a', '2'),
        result('d', 'b', '2'),
        answer('d')
      ]
    ],
    [
      'before an answer that follows the first',
      [
        call('a', 'q', '1'),
        call('b', 'a', '2'),
        result('c', 'a', '1'),
        result('d', 'b', '2'),
        answer('c')
      ]
    ],
    [
      'each after its call',
      [
        call('a', 'q', '1'),
        result('c', 'a', '1'),
        call('b', 'c', '2'),
        result('d', 'b', '2'),
        answer('d')
      ]
    ]
  ])('should keep results that come %s', (_, lines) => {
    const {messages, losses} = read([question, ...lines])
    const parts = messages.flatMap(({parts}) => parts)
    expect(
      parts.flatMap(part => (part.type === 'tool-result' ? part.id : []))
    ).toEqual(['1', '2'])
    expect(
      parts.flatMap(part => (part.type === 'text' ? part.text : []))
    ).toEqual(['Both?', 'Both.'])
    expect(losses.filter(loss => loss.startsWith('branch'))).toEqual([])
  })

  test('should take the later of two answers after them', () => {
    const {messages, losses} = read([
      question,
      call('a', 'q', '1'),
      call('b', 'a', '2'),
      result('c', 'a', '1'),
      result('d', 'b', '2'),
      toLine('assistant', 'Old.', {uuid: 'y', parentUuid: 'd'}),
      answer('d')
    ])
    expect(losses.filter(loss => loss.startsWith('branch'))).toEqual([
      'branch-dropped 5'
    ])
    expect(messages.flatMap(({parts}) => parts.at(-1))).toContainEqual({
      type: 'text',
      text: 'Both.'
    })
  })
})

describe('fromClaudeCode', () => {
  const lines = [
    {type: 'summary', summary: 'A summary', leafUuid: 'x'},
    toLine('user', 'Write it.', {
      uuid: 'a',
      parentUuid: null,
      sessionId: 's1',
      timestamp: '2026-01-01T00:00:00Z'
    }),
    {
      type: 'assistant',
      uuid: 'b',
      parentUuid: 'a',
      timestamp: '2026-01-01T00:00:01Z',
      message: {
        id: 'm1',
        model: 'claude-x',
        content: [{type: 'thinking', thinking: 'How?', signature: 'sig'}]
      }
    },
    {
      type: 'assistant',
      uuid: 'c',
      parentUuid: 'b',
      timestamp: '2026-01-01T00:00:01Z',
      message: {
        id: 'm1',
        model: 'claude-x',
        content: [
          {type: 'tool_use', id: 't1', name: 'Write', input: {path: 'a'}}
        ]
      }
    },
    toLine(
      'user',
      [{type: 'tool_result', tool_use_id: 't1', content: 'written'}],
      {uuid: 'd', parentUuid: 'c'}
    ),
    {
      type: 'assistant',
      uuid: 'e',
      parentUuid: 'd',
      message: {model: '<synthetic>', content: [{type: 'text', text: 'Old.'}]}
    },
    {
      type: 'assistant',
      uuid: 'f',
      parentUuid: 'd',
      message: {content: [{type: 'text', text: 'Done.'}]}
    },
    {type: 'ai-title', aiTitle: 'A title'},
    {type: 'last-prompt', leafUuid: 'f'},
    {type: 'custom-title', customTitle: 'My title'}
  ]

  test('should make a note of a session', () => {
    const losses: Array<string> = []
    const [chat] = fromClaudeCode(lines, {
      onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`)
    })
    expect(chat && stringify(chat)).toBe(`---
title: My title
created: "2026-01-01T00:00:00Z"
updated: "2026-01-01T00:00:01Z"
id: s1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"a","time":"2026-01-01T00:00:00Z"} -->

Write it.

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (claude-x)</span> <!-- {"id":"m1","time":"2026-01-01T00:00:01Z"} -->

> [!reasoning]- <!-- { "signature": "sig" } -->
> How?

\`\`\`json tool-call Write t1
{ "path": "a" }
\`\`\`

\`\`\`text tool-result Write t1
written
\`\`\`

Done.
`)
    expect(losses).toEqual(['branch-dropped 5', 'step-metadata 2'])
  })

  test('should take the newest branch where none is said to be shown', () => {
    const rest = lines.filter(
      ({type}) => type === 'user' || type === 'assistant'
    )
    const [chat] = fromClaudeCode(rest)
    expect(chat?.children[1]?.value).toContain('Done.')
    expect(chat?.config.title).toBeUndefined()
    expect(fromClaudeCode(rest, {branches: 'all'})).toHaveLength(2)
  })

  test('should take the title that there is', () => {
    expect(fromClaudeCode(lines.slice(0, 2))[0]?.config.title).toBe('A summary')
    expect(fromClaudeCode(lines.slice(0, 8))[0]?.config.title).toBe('A title')
  })

  test('should be told by its lines', () => {
    expect(claudeCode.detect?.(lines)).toBe(true)
    for (const other of [
      null,
      [],
      [1],
      [{type: 'user'}],
      [{type: 'user', message: {}}],
      [toLine('user', 'a')]
    ]) {
      expect(claudeCode.detect?.(other)).toBe(false)
    }
    expect(claudeCode.from?.([])).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse what is no list', () => {
    expect(() => fromClaudeCode({})).toThrow(
      new TypeError('Expected a list of lines as a session of Claude Code')
    )
  })
})

test('should read lines without ids in order', () => {
  const lines = [
    toLine('user', 'The linked list and its links were cited'),
    toLine('assistant', [{type: 'text', text: 'b'}, ' ', 'c']),
    toLine('user', [
      {type: 'image', source: {data: 'AA=='}},
      {type: 'x', a: 1}
    ])
  ]
  expect(read(lines).messages).toEqual([
    {
      role: 'user',
      parts: [{type: 'text', text: 'The linked list and its links were cited'}]
    },
    {
      role: 'assistant',
      parts: [
        {type: 'text', text: 'b'},
        {type: 'text', text: 'c'}
      ]
    },
    {
      role: 'user',
      parts: [
        {type: 'file', mediaType: 'image/*', data: 'AA=='},
        {type: 'other', kind: 'x', value: {a: 1}}
      ]
    }
  ])
})

test('should go on before a compaction', () => {
  const lines = [
    toLine('user', 'a', {uuid: 'a'}),
    {
      type: 'system',
      subtype: 'compact_boundary',
      content: 'Compacted',
      uuid: 'b',
      parentUuid: null,
      logicalParentUuid: 'a'
    },
    toLine('user', 'b', {uuid: 'c', parentUuid: 'b', isCompactSummary: true}),
    toLine('user', 'c', {uuid: 'd', parentUuid: 'c'})
  ]
  expect(read(lines).messages.map(({id}) => id)).toEqual(['a', 'd'])
  expect(read(lines).losses).toEqual(['hidden-dropped 1', 'hidden-dropped 2'])
  expect(read(lines, {hidden: true}).messages.map(({role}) => role)).toEqual([
    'user',
    'developer',
    'user',
    'user'
  ])
})

test('should read a line once that is there twice', () => {
  const lines = [
    toLine('user', 'a', {uuid: 'a'}),
    toLine('assistant', 'b', {uuid: 'b', parentUuid: 'a'}),
    toLine('user', 'a', {uuid: 'a', gitBranch: 'main'}),
    toLine('user', 'c', {uuid: 'a', parentUuid: 'b'})
  ]
  expect(read(lines).messages.map(({parts}) => parts)).toEqual(
    ['a', 'b', 'c'].map(text => [{type: 'text', text}])
  )
})

test('should not take what an agent does beside for the newest branch', () => {
  const lines = [
    toLine('user', 'a', {uuid: 'a', timestamp: '2026-01-01T00:00:00Z'}),
    toLine('assistant', 'b', {
      uuid: 'b',
      parentUuid: 'a',
      timestamp: '2026-01-01T00:00:00Z'
    }),
    toLine('user', 'c', {
      uuid: 'c',
      isSidechain: true,
      timestamp: '2026-01-02T00:00:00Z'
    })
  ]
  expect(read(lines).messages.map(({id}) => id)).toEqual(['a', 'b'])
})

test('should say which lines are no messages', () => {
  const lines = [
    toLine('user', 'a', {uuid: 'a'}),
    'error',
    {type: 'progress', uuid: 'p', parentUuid: 'a'},
    {type: 'progress', uuid: 'q', parentUuid: 'p'},
    {type: 'queue-operation'},
    toLine('user', 'b', {uuid: 'b', parentUuid: 'q'})
  ]
  expect(read(lines)).toEqual({
    messages: [
      {role: 'user', id: 'a', parts: [{type: 'text', text: 'a'}]},
      {role: 'user', id: 'b', parts: [{type: 'text', text: 'b'}]}
    ],
    losses: ['unknown-part 1', 'hidden-dropped 2', 'hidden-dropped 4']
  })
})

test('should say which messages have no content', () => {
  const lines = [
    {type: 'user', message: 'error'},
    {type: 'user', message: {contents: 'a'}}
  ]
  expect(read(lines)).toEqual({
    messages: [],
    losses: ['unknown-part 0', 'unknown-part 1']
  })
})

test('should read what was asked while the model worked', () => {
  const lines = [
    {
      type: 'attachment',
      uuid: 'a',
      attachment: {type: 'queued_command', prompt: 'Wait!'}
    },
    {
      type: 'attachment',
      attachment: {
        type: 'queued_command',
        prompt: [{type: 'text', text: 'b'}, 'c', {}]
      }
    },
    {type: 'attachment', attachment: {type: 'queued_command'}},
    {type: 'attachment', attachment: {type: 'hook', content: 'd'}},
    {type: 'attachment'},
    toLine('user', 'e', {isMeta: true}),
    {type: 'system'},
    {type: 'summary'}
  ]
  expect(read(lines)).toEqual({
    messages: [
      {role: 'user', id: 'a', parts: [{type: 'text', text: 'Wait!'}]},
      {
        role: 'user',
        parts: [
          {type: 'text', text: 'b'},
          {type: 'text', text: 'c'}
        ]
      }
    ],
    losses: ['hidden-dropped 3', 'hidden-dropped 4', 'hidden-dropped 5']
  })
  expect(read(lines, {hidden: true}).messages.slice(2)).toEqual([
    {
      role: 'assistant',
      parts: [
        {type: 'other', kind: 'hook', value: {type: 'hook', content: 'd'}},
        {type: 'other', kind: 'attachment', value: {}}
      ]
    },
    {role: 'user', parts: [{type: 'text', text: 'e'}]}
  ])
})

test('should read thoughts, calls and results', () => {
  const lines = [
    toLine('assistant', [
      {type: 'thinking', thinking: 'Hm.'},
      {type: 'thinking', thinking: ''},
      {type: 'tool_use', name: 'f'}
    ]),
    toLine('user', [
      {
        type: 'tool_result',
        content: [{type: 'text', text: 'A'}],
        is_error: true
      },
      {type: 'tool_result', tool_use_id: 'x'},
      {type: 'text', text: 'Stop.'}
    ])
  ]
  expect(read(lines).messages).toEqual([
    {
      role: 'assistant',
      parts: [
        {type: 'reasoning', text: 'Hm.'},
        {type: 'tool-call', name: 'f', input: null},
        {type: 'tool-result', name: 'f', output: 'A', error: true},
        {type: 'tool-result', name: '', id: 'x', output: ''}
      ]
    },
    {role: 'user', parts: [{type: 'text', text: 'Stop.'}]}
  ])
})
