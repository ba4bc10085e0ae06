import {describe, expect, test} from 'vitest'
import {
  claudeExport,
  claudeImporter,
  fromClaudeExport
} from '../../src/convert/claude-export/index.ts'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import type {ChatMessage} from '../../src/convert/message.ts'
import {stringify} from '../../src/index.ts'

type Value = Record<string, unknown>

function read(
  chat_messages: ReadonlyArray<Value>,
  options: ImportOptions = {}
): {messages: Array<ChatMessage>; losses: Array<string>} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const conversations = readExport({chat_messages}, claudeImporter, {
    onLoss,
    ...options
  })
  return {messages: conversations.flatMap(({messages}) => messages), losses}
}

function readBlocks(content: unknown, options: ImportOptions = {}): unknown {
  const {messages} = read([{sender: 'assistant', content}], options)
  return messages.flatMap(({parts}) => parts)
}

const placeholder = 'This block is not supported on your current device yet.'

describe('fromClaudeExport', () => {
  const value = [
    {
      uuid: 'c1',
      name: 'Rivers',
      summary: 'On rivers.',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-02T00:00:00Z',
      chat_messages: [
        {
          uuid: 'm1',
          sender: 'human',
          text: 'Which?',
          content: [{type: 'text', text: 'Which?'}],
          created_at: '2026-01-01T00:00:01Z'
        },
        {
          uuid: 'm2',
          sender: 'assistant',
          text: 'Hm. The Nile.',
          content: [
            {type: 'thinking', thinking: 'Hm.'},
            {type: 'text', text: 'The Nile.'}
          ]
        }
      ]
    }
  ]

  test('should make a note of a conversation', () => {
    const [chat] = fromClaudeExport(value)
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
summary: On rivers.
created: "2026-01-01T00:00:00Z"
updated: "2026-01-02T00:00:00Z"
id: c1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"m1","time":"2026-01-01T00:00:01Z"} -->

Which?

<hr class="__chatgpt_plugin">

### role::assistant <!-- {"id":"m2"} -->

> [!reasoning]-
> Hm.

The Nile.
`)
  })

  test.each([
    ['an array', value],
    ['an object with them', {conversations: value}],
    ['a conversation alone', value[0]]
  ])('should read %s', (_, value) => {
    expect(claudeExport.detect?.(value)).toBe(true)
    expect(claudeExport.from?.(value)[0]?.config.title).toBe('Rivers')
  })

  test.each([null, [], [1], {mapping: {}}, {docs: []}])(
    'should not take %j for an export',
    value => {
      expect(claudeExport.detect?.(value)).toBe(false)
    }
  )

  test('should make a note of a project', () => {
    const project = {
      uuid: 'p1',
      name: 'Atlas',
      description: 'Maps',
      prompt_template: 'Be brief.',
      docs: [{uuid: 'd1', filename: 'a.md', content: '# A'}]
    }
    expect(claudeExport.detect?.(project)).toBe(true)
    const [chat] = fromClaudeExport(project)
    expect(chat?.config).toEqual({
      title: 'Atlas',
      description: 'Maps',
      id: 'p1',
      system_commands: ['Be brief.']
    })
    expect(chat?.children[0]?.value).toContain('# A')
    const empty = {prompt_template: '', docs: []}
    expect(fromClaudeExport(empty)).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse another shape', () => {
    expect(() => fromClaudeExport([value[0], {}])).toThrow(
      new TypeError(
        'Expected a list at `chat_messages` of item `1` of an export of Claude'
      )
    )
  })

  test('should read a conversation without messages', () => {
    expect(read([])).toEqual({messages: [], losses: []})
  })
})

describe('branches', () => {
  const messages = [
    {uuid: 'a', sender: 'human', text: 'a', parent_message_uuid: '0'},
    {
      uuid: 'c',
      sender: 'assistant',
      text: 'c',
      parent_message_uuid: 'a',
      created_at: '2026-01-02T00:00:00Z'
    },
    {
      uuid: 'b',
      sender: 'assistant',
      text: 'b',
      parent_message_uuid: 'a',
      created_at: '2026-01-01T00:00:00Z'
    }
  ]

  test('should follow parents, and take the newest', () => {
    const {messages: read1, losses} = read(messages)
    expect(read1.map(({id}) => id)).toEqual(['a', 'c'])
    expect(losses).toEqual(['branch-dropped chat_messages.2'])
  })

  test('should all be read if that is asked for', () => {
    const {messages: all, losses} = read(messages, {branches: 'all'})
    expect(all.map(({id}) => id)).toEqual(['a', 'c', 'a', 'b'])
    expect(losses).toEqual([])
  })
})

describe('texts', () => {
  test('should stay as they are', () => {
    const text = 'The linked list and its links were cited'
    expect(readBlocks([{type: 'text', text}])).toEqual([{type: 'text', text}])
  })

  test('should be taken from beside the blocks where no block has one', () => {
    const messages = [
      {sender: 'human', text: 'a'},
      {sender: 'human', text: 'b', content: 'c'},
      {
        sender: 'human',
        text: 'd',
        content: [{type: 'text', text: placeholder}]
      },
      {sender: 'human', text: '', content: [' ']}
    ]
    expect(read(messages)).toEqual({
      messages: ['a', 'c', 'd'].map(text => ({
        role: 'user',
        parts: [{type: 'text', text}]
      })),
      losses: ['unknown-part chat_messages.2.content.0']
    })
  })

  test('should not say that a block is not supported', () => {
    const text = `\`\`\`\n${placeholder}\n\`\`\``
    expect(read([{sender: 'human', text}])).toEqual({
      messages: [],
      losses: ['unknown-part chat_messages.0.text']
    })
    const content = [{type: 'text', text}]
    expect(read([{sender: 'human', text, content}])).toEqual({
      messages: [],
      losses: ['unknown-part chat_messages.0.content.0']
    })
  })

  test('should have their sources after them', () => {
    const citations = [
      {url: 'a', title: 'A'},
      {details: {url: 'b', title: 'B'}},
      {details: null},
      1
    ]
    expect(readBlocks([{type: 'text', text: 'Yes', citations}])).toEqual([
      {type: 'text', text: 'Yes\n\n([A](a), [B](b))'}
    ])
    expect(readBlocks([{type: 'text', text: ''}])).toEqual([])
  })

  test('should be an error where they would vanish', () => {
    expect(() => readBlocks([{type: 'thinking', text: 'Hm.'}])).toThrow(
      new TypeError(
        'Cannot account for 3 characters of text at `chat_messages.0`: they are in no turn and in no loss'
      )
    )
  })
})

describe('blocks', () => {
  test.each<[string, unknown, unknown]>([
    [
      'thoughts with a signature',
      {
        type: 'thinking',
        thinking: 'a',
        signature: 's',
        summaries: [{summary: 'b'}],
        cut_off: true
      },
      [
        {
          type: 'reasoning',
          text: 'a',
          meta: {signature: 's', summaries: [{summary: 'b'}], cut_off: true}
        }
      ]
    ],
    [
      'thoughts without text',
      {type: 'thinking', thinking: '', signature: 's', summaries: []},
      [{type: 'reasoning', text: '', meta: {signature: 's'}}]
    ],
    ['no thoughts', {type: 'thinking', thinking: ''}, []],
    [
      'an image',
      {
        type: 'image',
        source: {type: 'base64', media_type: 'image/png', data: 'AA=='}
      },
      [{type: 'file', mediaType: 'image/png', data: 'AA=='}]
    ],
    [
      'an image at an address',
      {type: 'image', source: {url: 'a'}},
      [{type: 'file', mediaType: 'image/*', url: 'a'}]
    ],
    [
      'an image without a source',
      {type: 'image', file_uuid: 'f'},
      [{type: 'file', mediaType: 'image/*', ref: 'f'}]
    ],
    [
      'a note of a voice',
      {type: 'voice_note', text: 'Hi'},
      [{type: 'text', text: 'Hi'}]
    ],
    [
      'anything else',
      {type: 'x', a: 1},
      [{type: 'other', kind: 'x', value: {a: 1}}]
    ],
    ['no block', 1, []]
  ])('should read %s', (_, block, parts) => {
    expect(readBlocks([block])).toEqual(parts)
  })

  test('should say that a budget is dropped', () => {
    const messages = [{sender: 'assistant', content: [{type: 'token_budget'}]}]
    expect(read(messages)).toEqual({
      messages: [],
      losses: ['unknown-part chat_messages.0.content.0']
    })
  })

  test('should be read in design chats', () => {
    const contentBlocks = [
      {type: 'text', text: 'a'},
      {
        type: 'tool_call',
        toolCall: {id: 't', name: 'draw', input: {x: 1}, output: 'ok'}
      },
      {type: 'tool_call', toolCall: {name: 'draw'}},
      {type: 'tool_call'},
      {type: 'error', error: 'e'}
    ]
    expect(readBlocks({content: 'a', contentBlocks})).toEqual([
      {type: 'text', text: 'a'},
      {type: 'tool-call', name: 'draw', id: 't', input: {x: 1}},
      {type: 'tool-result', name: 'draw', id: 't', output: 'ok'},
      {type: 'tool-call', name: 'draw', input: null},
      {type: 'tool-call', name: '', input: null},
      {type: 'other', kind: 'error', value: {error: 'e'}}
    ])
    expect(readBlocks({content: 'a'})).toEqual([{type: 'text', text: 'a'}])
    expect(readBlocks({content: ['a']})).toEqual([{type: 'text', text: 'a'}])
  })
})

describe('tools', () => {
  test('should be told by their ids, or else by their order', () => {
    const content = [
      {type: 'tool_use', name: 'a', input: {x: 1}},
      {type: 'tool_use', name: 'b', id: 't'},
      {type: 'tool_result', tool_use_id: 't', content: 'B', is_error: true},
      {type: 'tool_result', content: [{type: 'text', text: 'A'}]},
      {
        type: 'tool_result',
        name: 'c',
        content: [{type: 'text', text: 'C'}, {type: 'image'}]
      },
      {type: 'tool_result'}
    ]
    expect(readBlocks(content)).toEqual([
      {type: 'tool-call', name: 'a', input: {x: 1}},
      {type: 'tool-call', name: 'b', id: 't', input: null},
      {type: 'tool-result', name: 'b', id: 't', output: 'B', error: true},
      {type: 'tool-result', name: 'a', output: 'A'},
      {
        type: 'tool-result',
        name: 'c',
        output: [{type: 'text', text: 'C'}, {type: 'image'}]
      },
      {type: 'tool-result', name: '', output: ''}
    ])
  })

  test('should be text where they make a document', () => {
    const input = {
      command: 'create',
      type: 'text/html',
      title: 'Page',
      content: '<p>'
    }
    const content = [
      {type: 'tool_use', name: 'artifacts', input},
      {type: 'tool_result', name: 'artifacts', content: 'OK'}
    ]
    expect(read([{sender: 'assistant', content}])).toEqual({
      messages: [
        {
          role: 'assistant',
          parts: [{type: 'text', text: '**Page**\n\n```html\n<p>\n```'}]
        }
      ],
      losses: ['hidden-dropped chat_messages.0.content.1']
    })
    expect(readBlocks(content, {hidden: true})).toEqual([
      {type: 'tool-call', name: 'artifacts', input},
      {type: 'tool-result', name: 'artifacts', output: 'OK'}
    ])
  })

  test.each<[string, Value, string]>([
    ['Markdown', {type: 'text/markdown'}, 'a'],
    [
      'code',
      {type: 'application/vnd.ant.code', language: 'js'},
      '```js\na\n```'
    ],
    [
      'a diagram',
      {type: 'application/vnd.ant.mermaid', command: 'rewrite'},
      '```mermaid\na\n```'
    ]
  ])('should be %s', (_, about, text) => {
    const input = {command: 'create', content: 'a', ...about}
    expect(readBlocks([{type: 'tool_use', name: 'artifacts', input}])).toEqual([
      {type: 'text', text}
    ])
  })

  test.each<[string, unknown]>([
    ['artifacts', {command: 'update', old_str: 'a', new_str: 'b'}],
    ['artifacts', {command: 'rewrite', content: 'a'}],
    ['artifacts', {command: 'create', type: 'text/html'}],
    ['artifacts', 1],
    ['other', {command: 'create', type: 'text/html', content: 'a'}]
  ])('should be a call of %s with %j', (name, input) => {
    expect(readBlocks([{type: 'tool_use', name, input}])).toEqual([
      {type: 'tool-call', name, input}
    ])
  })
})

test('should keep files, and say which have no content', () => {
  const message = {
    sender: 'human',
    attachments: [
      {file_name: 'a.txt', file_type: 'txt', extracted_content: 'A'},
      {file_name: '', file_type: 'text/plain'}
    ],
    files: [{file_name: 'b.png', file_uuid: 'f'}, {uuid: 'g'}, {}]
  }
  expect(read([message])).toEqual({
    messages: [
      {
        role: 'user',
        parts: [
          {type: 'file', name: 'a.txt', text: 'A'},
          {type: 'file', mediaType: 'text/plain'},
          {type: 'file', name: 'b.png', ref: 'f'},
          {type: 'file', ref: 'g'},
          {type: 'file'}
        ]
      }
    ],
    losses: [
      'attachment-without-text chat_messages.0.attachments.1',
      'file-unresolved chat_messages.0.files.0',
      'file-unresolved chat_messages.0.files.1',
      'file-unresolved chat_messages.0.files.2'
    ]
  })
})
