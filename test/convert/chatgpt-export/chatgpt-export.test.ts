import {describe, expect, test} from 'vitest'
import {
  chatgptExport,
  fromChatgptExport
} from '../../../src/convert/chatgpt-export/index.ts'
import {listChatgptShards} from '../../../src/convert/chatgpt-export/list-shards.ts'
import {chatgptImporter} from '../../../src/convert/chatgpt-export/read-conversation.ts'
import type {ImportOptions} from '../../../src/convert/import/import-options.ts'
import {readExport} from '../../../src/convert/import/read-export.ts'
import type {ChatMessage} from '../../../src/convert/message.ts'
import {stringify} from '../../../src/index.ts'

type Value = Record<string, unknown>

/** A conversation in which each message follows the one before it. */
function toConversation(messages: ReadonlyArray<Value>): Value {
  const mapping = Object.fromEntries(
    messages.map((message, index) => [
      `n${index}`,
      {id: `n${index}`, parent: `n${index - 1}`, message}
    ])
  )
  return {mapping, current_node: `n${messages.length - 1}`}
}

function toMessage(role: string, content: unknown, about: Value = {}): Value {
  return {author: {role}, content, recipient: 'all', ...about}
}

function toText(...parts: Array<unknown>): Value {
  return {content_type: 'text', parts}
}

function read(
  messages: ReadonlyArray<Value>,
  options: ImportOptions = {}
): {messages: Array<ChatMessage>; losses: Array<string>} {
  const losses: Array<string> = []
  const [conversation] = readExport(toConversation(messages), chatgptImporter, {
    onLoss: ({code, path}) => losses.push(`${code} ${path.join('.')}`),
    ...options
  })
  return {messages: conversation?.messages ?? [], losses}
}

/** Read a message of an assistant with a content. */
function readParts(content: unknown, about: Value = {}): unknown {
  return read([toMessage('assistant', content, about)]).messages[0]?.parts
}

describe('fromChatgptExport', () => {
  const value = [
    {
      id: 'c1',
      title: 'Rivers',
      create_time: 1767225600.5,
      update_time: 1767225700,
      default_model_slug: 'gpt-5',
      current_node: 'b',
      mapping: {
        root: {id: 'root', parent: null, children: ['s'], message: null},
        s: {parent: 'root', message: toMessage('system', toText('Be brief.'))},
        a: {
          parent: 's',
          message: toMessage('user', toText('Which is the longest?'), {
            id: 'm1',
            create_time: 1767225601
          })
        },
        b: {
          parent: 'a',
          message: toMessage('assistant', toText('The Nile.'), {
            metadata: {model_slug: 'gpt-5-mini'}
          })
        },
        c: {parent: 'a', message: toMessage('assistant', toText('The Amazon.'))}
      }
    }
  ]

  test('should make a note of each conversation', () => {
    const losses: Array<unknown> = []
    const onLoss: ImportOptions['onLoss'] = loss => losses.push(loss)
    const [chat] = fromChatgptExport(value, {onLoss})
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
created: "2026-01-01T00:00:00.500Z"
updated: "2026-01-01T00:01:40.000Z"
model: gpt-5
id: c1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"m1","time":"2026-01-01T00:00:01.000Z"} -->

Which is the longest?

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (gpt-5-mini)</span> <!-- {"id":"b"} -->

The Nile.
`)
    expect(losses).toEqual([
      {
        code: 'branch-dropped',
        path: [0, 'mapping', 'c', 'message'],
        reason:
          "Cannot keep 1 message of another branch: `branches: 'all'` makes a chat of each"
      },
      {
        code: 'hidden-dropped',
        path: [0, 'mapping', 's', 'message'],
        reason:
          'Cannot see a message that ChatGPT hides: `hidden: true` keeps it'
      }
    ])
  })

  test('should make a note of each branch', () => {
    const chats = fromChatgptExport(value, {branches: 'all', hidden: true})
    expect(chats.map(({children}) => children[1]?.value)).toEqual([
      'The Nile.',
      'The Amazon.'
    ])
    expect(chats[0]?.config.system_commands).toEqual(['Be brief.'])
  })

  test.each([
    ['an array', value],
    ['an object with them', {conversations: value}],
    ['a conversation alone', value[0]]
  ])('should read %s', (_, value) => {
    expect(fromChatgptExport(value)[0]?.config.title).toBe('Rivers')
    expect(chatgptExport.detect?.(value)).toBe(true)
    expect(chatgptExport.from?.(value)).toHaveLength(1)
  })

  test.each([null, 1, [], [1], {}, {mapping: []}, {chat_messages: []}])(
    'should not take %j for an export',
    value => {
      expect(chatgptExport.detect?.(value)).toBe(false)
    }
  )

  test('should read a conversation without anything', () => {
    expect(fromChatgptExport([{title: null}, {mapping: {}}])).toEqual([
      {type: 'chat', config: {}, children: []},
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should take the newest branch where none is said to be shown', () => {
    const newest = {...value[0], current_node: null}
    const old = {
      mapping: {
        a: {message: null},
        b: {message: toMessage('user', toText('b'), {create_time: 2})},
        c: {message: toMessage('user', toText('c'), {create_time: '1'})}
      }
    }
    const [first, second] = fromChatgptExport([newest, old])
    expect(first?.children[1]?.value).toBe('The Amazon.')
    expect(second?.children[0]?.value).toBe('b')
  })

  test('should say which messages come after each other in a ring', () => {
    const mapping = {
      a: {message: toMessage('user', toText('a'))},
      b: {parent: 'c', message: toMessage('user', toText('b'))},
      c: {parent: 'b', message: toMessage('user', toText('c'))}
    }
    const reasons: Array<string> = []
    const onLoss: ImportOptions['onLoss'] = ({reason}) => reasons.push(reason)
    fromChatgptExport({mapping}, {branches: 'all', onLoss})
    expect(reasons).toEqual([
      'Cannot keep 2 messages of another branch: each is said to come after another of them'
    ])
  })

  test('should keep a node whose key is `__proto__`', () => {
    const mapping: unknown = JSON.parse(
      '{"__proto__": {"message": {"author": {"role": "user"}, "content": {"content_type": "text", "parts": ["Hi"]}}}}'
    )
    const [chat] = fromChatgptExport({mapping, current_node: '__proto__'})
    expect(chat?.children[0]?.value).toBe('Hi')
  })

  test.each([
    [1, 'Expected an object as an export of ChatGPT'],
    [
      [{}, {title: 1}],
      'Expected a string at `title` of item `1` of an export of ChatGPT'
    ],
    [{mapping: []}, 'Expected an object at `mapping` of an export of ChatGPT'],
    [
      {mapping: {a: {message: {author: {}}}}},
      'Expected a string at `message.author.role` of node `a` of an export of ChatGPT'
    ]
  ])('should refuse %j', (value, message) => {
    expect(() => fromChatgptExport(value)).toThrow(new TypeError(message))
  })

  test.each([
    [{branches: 'none'}, 'Expected `all` or `current` as `branches`'],
    [{hidden: 1}, 'Expected a boolean as `hidden`']
  ])('should refuse options %j', (options, message) => {
    // @ts-expect-error: options of another type.
    expect(() => fromChatgptExport([], options)).toThrow(new TypeError(message))
  })

  test('should keep a content that it cannot read as it is', () => {
    const content = {
      content_type: 'text',
      parts: [{content_type: 'audio_transcription', words: ['Hi']}]
    }
    expect(read([toMessage('user', content)]).messages[0]?.parts).toEqual([
      {type: 'other', kind: 'text', value: {parts: content.parts}}
    ])
  })
})

describe('contents', () => {
  test.each<[string, unknown, unknown]>([
    [
      'several texts',
      toText('a', '', 'b'),
      [
        {type: 'text', text: 'a'},
        {type: 'text', text: 'b'}
      ]
    ],
    [
      'code',
      {content_type: 'code', language: 'python', text: '1'},
      [{type: 'text', text: '```python\n1\n```'}]
    ],
    [
      'code in no language',
      {content_type: 'code', language: 'unknown', text: '1'},
      [{type: 'text', text: '```\n1\n```'}]
    ],
    [
      'thoughts',
      {
        content_type: 'thoughts',
        thoughts: [
          {summary: 'Plan', content: 'First.\n'},
          {content: 'Then.'},
          {content: ''},
          1
        ]
      },
      [
        {type: 'reasoning', text: '**Plan**\n\nFirst.'},
        {type: 'reasoning', text: 'Then.'}
      ]
    ],
    [
      'how long it thought',
      {content_type: 'reasoning_recap', content: 'Thought for 6s'},
      [{type: 'reasoning', text: '', meta: {recap: 'Thought for 6s'}}]
    ],
    [
      'anything else',
      {content_type: 'widget', a: {b: 1}},
      [{type: 'other', kind: 'widget', value: {a: {b: 1}}}]
    ],
    [
      'a text where another is expected',
      {content_type: 'text', text: 'a'},
      [{type: 'other', kind: 'text', value: {text: 'a'}}]
    ],
    ['a content without a type', {parts: ['a']}, [{type: 'text', text: 'a'}]],
    ['an empty text', toText(''), undefined],
    ['empty code', {content_type: 'code', text: ''}, undefined],
    ['no time', {content_type: 'reasoning_recap', content: ''}, undefined],
    ['no content', null, undefined]
  ])('should read %s', (_, content, parts) => {
    expect(readParts(content)).toEqual(parts)
  })

  test.each<[string, unknown, unknown]>([
    [
      'an image',
      {
        content_type: 'image_asset_pointer',
        asset_pointer: 'file-service://a',
        metadata: {dalle: {prompt: 'A hat'}}
      },
      [
        {
          type: 'file',
          mediaType: 'image/*',
          ref: 'file-service://a',
          name: 'A hat'
        }
      ]
    ],
    [
      'an image without a prompt',
      {
        content_type: 'image_asset_pointer',
        asset_pointer: 'a',
        metadata: {dalle: {}}
      },
      [{type: 'file', mediaType: 'image/*', ref: 'a'}]
    ],
    [
      'a sound',
      {content_type: 'audio_asset_pointer', asset_pointer: 'a'},
      [{type: 'file', mediaType: 'audio/*', ref: 'a'}]
    ],
    [
      'a video',
      {content_type: 'video_container_asset_pointer', asset_pointer: 'a'},
      [{type: 'file', mediaType: 'video/*', ref: 'a'}]
    ],
    [
      'words',
      {content_type: 'audio_transcription', text: 'Hi'},
      [{type: 'text', text: 'Hi'}]
    ],
    [
      'a recording',
      {
        content_type: 'real_time_user_audio_video_asset_pointer',
        audio_asset_pointer: {asset_pointer: 'a'},
        frames_asset_pointers: ['b'],
        video_container_asset_pointer: null
      },
      [
        {type: 'file', mediaType: 'audio/*', ref: 'a'},
        {type: 'file', mediaType: 'image/*', ref: 'b'}
      ]
    ],
    [
      'anything else',
      {content_type: 'x', a: 1},
      [{type: 'other', kind: 'x', value: {a: 1}}]
    ],
    ['no object', 1, undefined]
  ])('should read %s among the parts', (_, part, parts) => {
    expect(readParts({content_type: 'multimodal_text', parts: [part]})).toEqual(
      parts
    )
  })

  test('should name files as they were sent', () => {
    const image = {
      content_type: 'image_asset_pointer',
      asset_pointer: 'file-service://f1'
    }
    const attachments = [
      {id: 'f1', name: 'a.png', mime_type: 'image/png'},
      {id: 'f2', name: 'b.pdf', mimeType: 'application/pdf'},
      {}
    ]
    const message = toMessage(
      'user',
      {
        content_type: 'multimodal_text',
        parts: [
          'Hi',
          image,
          {content_type: 'image_asset_pointer'},
          {content_type: 'image_asset_pointer', asset_pointer: 'x://f3'}
        ]
      },
      {metadata: {attachments}}
    )
    expect(read([message]).messages[0]?.parts).toEqual([
      {type: 'text', text: 'Hi'},
      {
        type: 'file',
        mediaType: 'image/png',
        ref: 'file-service://f1',
        name: 'a.png'
      },
      {type: 'file', mediaType: 'image/*'},
      {type: 'file', mediaType: 'image/*', ref: 'x://f3'},
      {type: 'file', ref: 'f2', name: 'b.pdf', mediaType: 'application/pdf'},
      {type: 'file'}
    ])
    expect(
      read([
        toMessage('user', null, {
          metadata: {attachments: attachments.slice(1, 2)}
        })
      ]).messages[0]?.parts
    ).toHaveLength(1)
  })
})

describe('hidden messages', () => {
  const hidden = [
    toMessage('system', toText('a')),
    toMessage('user', {
      content_type: 'user_editable_context',
      user_profile: 'b',
      user_instructions: ''
    }),
    toMessage('assistant', {
      content_type: 'model_editable_context',
      model_set_context: 'c'
    }),
    toMessage('user', toText('d'), {metadata: {is_user_system_message: true}}),
    toMessage('user', toText('e'), {
      metadata: {is_visually_hidden_from_conversation: true}
    }),
    toMessage('system', toText(''), {}),
    toMessage('system', null)
  ]

  test('should be left out, and said if they hold anything', () => {
    expect(read(hidden)).toEqual({
      messages: [],
      losses: [0, 1, 2, 3, 4].map(
        index => `hidden-dropped mapping.n${index}.message`
      )
    })
  })

  test('should be kept if that is asked for', () => {
    const {messages, losses} = read(hidden, {hidden: true})
    expect(messages.map(({parts}) => parts)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map(text => [{type: 'text', text}])
    )
    expect(losses).toEqual([])
  })
})

describe('tools', () => {
  test('should be one turn with what is said before and after', () => {
    const {messages, losses} = read([
      toMessage('user', toText('How many?')),
      toMessage('assistant', {
        content_type: 'thoughts',
        thoughts: [{content: 'Count.'}]
      }),
      toMessage(
        'assistant',
        {content_type: 'code', language: 'python', text: 'print(1)'},
        {recipient: 'python', end_turn: false}
      ),
      toMessage(
        'tool',
        {content_type: 'execution_output', text: '1\n'},
        {author: {role: 'tool', name: 'python'}}
      ),
      toMessage('assistant', toText('One.'), {end_turn: true}),
      toMessage('assistant', toText('Is that all?'))
    ])
    expect(messages.map(({role, id, parts}) => ({role, id, parts}))).toEqual([
      {role: 'user', id: 'n0', parts: [{type: 'text', text: 'How many?'}]},
      {
        role: 'assistant',
        id: 'n1',
        parts: [
          {type: 'reasoning', text: 'Count.'},
          {
            type: 'tool-call',
            name: 'python',
            id: 'n2',
            input: 'print(1)',
            raw: 'print(1)'
          },
          {type: 'tool-result', name: 'python', id: 'n2', output: '1\n'},
          {type: 'text', text: 'One.'}
        ]
      },
      {
        role: 'assistant',
        id: 'n5',
        parts: [{type: 'text', text: 'Is that all?'}]
      }
    ])
    expect(losses).toEqual(['step-metadata mapping.n1.message'])
  })

  function readResult(content: Value, name = 'web'): unknown {
    const call = toMessage('assistant', toText('{"q": 1}'), {
      recipient: 'web.run'
    })
    const result = toMessage('tool', content, {author: {role: 'tool', name}})
    return read([call, result]).messages[0]?.parts.slice(1)
  }

  test.each<[string, Value, unknown]>([
    ['a text', toText('a', 'b'), [{output: 'a\nb'}]],
    [
      'a page',
      {content_type: 'tether_quote', url: 'u', text: 't'},
      [{output: {url: 'u', text: 't'}}]
    ],
    [
      'a search',
      {content_type: 'tether_browsing_display', result: 'r', summary: null},
      [{output: 'r'}]
    ],
    [
      'a search with a summary',
      {content_type: 'tether_browsing_display', result: 'r', summary: 's'},
      [{output: {result: 'r', summary: 's'}}]
    ],
    [
      'an error',
      {content_type: 'system_error', name: 'N', text: 't'},
      [{output: {name: 'N', text: 't'}, error: true}]
    ],
    ['nothing', {content_type: 'execution_output', text: ''}, [{output: ''}]],
    [
      'parts',
      {content_type: 'multimodal_text', parts: [{content_type: 'x'}]},
      [{output: [{type: 'other', kind: 'x', value: {}}]}]
    ]
  ])('should have %s as a result', (_, content, results) => {
    expect(readResult(content)).toEqual(
      (results as Array<object>).map(result => ({
        type: 'tool-result',
        name: 'web.run',
        id: 'n0',
        ...result
      }))
    )
  })

  test('should have the images that they made after their result', () => {
    const image = {content_type: 'image_asset_pointer', asset_pointer: 'a'}
    expect(
      readResult({content_type: 'multimodal_text', parts: [image]})
    ).toEqual([
      {type: 'tool-result', name: 'web.run', id: 'n0', output: ''},
      {type: 'file', mediaType: 'image/*', ref: 'a'}
    ])
  })

  test('should have results of no call', () => {
    expect(readResult(toText('a'), 'other')).toEqual([
      {type: 'tool-result', name: 'other', output: 'a'}
    ])
    expect(readResult(toText(''), 'other')).toEqual([])
    const result = toMessage('tool', toText('a'))
    expect(read([result]).messages[0]).toEqual({
      role: 'assistant',
      id: 'n0',
      parts: [{type: 'tool-result', name: '', output: 'a'}]
    })
  })

  test('should keep the files of a call', () => {
    const image = {content_type: 'image_asset_pointer', asset_pointer: 'a'}
    expect(
      readParts(
        {content_type: 'multimodal_text', parts: ['{"a":1}', image]},
        {recipient: 'x'}
      )
    ).toEqual([
      {type: 'tool-call', name: 'x', id: 'n0', input: {a: 1}},
      {type: 'file', mediaType: 'image/*', ref: 'a'}
    ])
  })
})

describe('canvas', () => {
  function toCall(tool: string, input: unknown, about: Value = {}): Value {
    const content = {content_type: 'code', text: JSON.stringify(input)}
    return toMessage('assistant', content, {
      recipient: `canmore.${tool}`,
      ...about
    })
  }

  function toResult(text: string): Value {
    return toMessage('tool', toText(text), {
      author: {role: 'tool', name: 'canmore.create_textdoc'}
    })
  }

  function readTexts(messages: ReadonlyArray<Value>): unknown {
    return read(messages).messages.flatMap(({parts}) => parts)
  }

  const create = toCall('create_textdoc', {
    name: 'a_poem',
    type: 'document',
    content: '# A poem\n\nRoses.'
  })

  test('should be text with its title', () => {
    expect(
      read([create, toResult('Done'), toMessage('assistant', toText('Here.'))])
    ).toEqual({
      messages: [
        {
          role: 'assistant',
          id: 'n0',
          parts: [
            {type: 'text', text: '**a_poem**\n\n# A poem\n\nRoses.'},
            {type: 'text', text: 'Here.'}
          ]
        }
      ],
      losses: [
        'hidden-dropped mapping.n1.message',
        'step-metadata mapping.n0.message'
      ]
    })
    expect(read([create, toResult('')]).losses).toEqual([])
  })

  test('should be calls if hidden messages are kept', () => {
    const {messages, losses} = read([create, toResult('Done')], {hidden: true})
    expect(messages[0]?.parts.map(({type}) => type)).toEqual([
      'tool-call',
      'tool-result'
    ])
    expect(losses).toEqual(['step-metadata mapping.n0.message'])
  })

  test('should be code in its language, also when it is written anew', () => {
    const rewrite = toCall(
      'update_textdoc',
      {updates: [{pattern: '.*', replacement: '2'}]},
      {metadata: {canvas: {title: 'Sum'}}}
    )
    const code = toCall('create_textdoc', {
      name: 'sum',
      type: 'code/python',
      content: '1'
    })
    expect(readTexts([code, rewrite])).toEqual([
      {type: 'text', text: '**sum**\n\n```python\n1\n```'},
      {type: 'text', text: '**Sum**\n\n```python\n2\n```'}
    ])
    const typed = toCall(
      'update_textdoc',
      {updates: [{pattern: '.*', replacement: '2'}]},
      {metadata: {canvas: {textdoc_type: 'code/js'}}}
    )
    expect(readTexts([typed])).toEqual([{type: 'text', text: '```js\n2\n```'}])
    expect(readTexts([rewrite])).toEqual([{type: 'text', text: '**Sum**\n\n2'}])
  })

  test.each<[string, unknown]>([
    ['update_textdoc', {updates: [{pattern: 'a', replacement: 'b'}]}],
    ['update_textdoc', {updates: [{pattern: '.*', replacement: 'b'}, {}]}],
    ['update_textdoc', {updates: [{pattern: '.*'}]}],
    ['update_textdoc', {}],
    ['comment_textdoc', {comments: []}],
    ['create_textdoc', {content: ''}],
    ['create_textdoc', 1]
  ])('should have a call of %s with %j', (tool, input) => {
    expect(readTexts([toCall(tool, input)])).toEqual([
      {type: 'tool-call', name: `canmore.${tool}`, id: 'n0', input}
    ])
  })
})

describe('listChatgptShards', () => {
  test.each([[['a.json', 'b.json']], [[{path: 'a.json'}, {name: 'b.json'}]]])(
    'should list the files in %j',
    files => {
      const manifest = {
        logical_files: {'conversations.json': {files, sharded: true}}
      }
      expect(listChatgptShards(manifest)).toEqual(['a.json', 'b.json'])
    }
  )

  test('should refuse another manifest', () => {
    expect(() => listChatgptShards({})).toThrow(
      new TypeError(
        'Expected an object at `logical_files` of an `export_manifest.json` of ChatGPT'
      )
    )
  })
})
