import type {Chat} from 'chatmd'
import {parse, stringify} from 'chatmd'
import {fromOpenai, openai, toMessages, toOpenai} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {ChatMessage} from '../../src/convert/message.ts'
import {readOpenai} from '../../src/convert/openai/read.ts'
import {writeOpenai} from '../../src/convert/openai/write.ts'
import {chat as anyChat} from '../util/arbitrary.ts'
import {anyMessages, plainMessages} from '../util/conversation.ts'
import {collectLosses, refuseLoss} from '../util/losses.ts'

const note = `---
model: openai@gpt-4o
temperature: 0
max_tokens: 512
stop: null
logit_bias: {"50256": -100}
system_commands: [Be brief.]
title: Weather
---
How is it in Paris?

![](https://example.org/sky.png)

<hr class="__chatgpt_plugin">

role::assistant

Let me look.

\`\`\`json tool-call get_weather call_1
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-result get_weather call_1
18 °C
\`\`\`

It is 18 °C.

<hr class="__chatgpt_plugin">

role::user

`

const request = {
  model: 'gpt-4o',
  messages: [
    {role: 'system', content: 'Be brief.'},
    {
      role: 'user',
      content: [
        {type: 'text', text: 'How is it in Paris?'},
        {
          type: 'image_url',
          image_url: {url: 'https://example.org/sky.png'}
        }
      ]
    },
    {
      role: 'assistant',
      content: 'Let me look.',
      tool_calls: [
        {
          type: 'function',
          id: 'call_1',
          function: {name: 'get_weather', arguments: '{"city":"Paris"}'}
        }
      ]
    },
    {role: 'tool', tool_call_id: 'call_1', content: '18 °C'},
    {role: 'assistant', content: 'It is 18 °C.'}
  ],
  temperature: 0,
  max_tokens: 512,
  logit_bias: {'50256': -100}
}

/** Write messages, and list losses as `code path`. */
function write(
  messages: Array<ChatMessage>,
  options: Parameters<typeof writeOpenai>[1] = {},
  config: Chat['config'] = {model: 'm'}
) {
  const {losses, onLoss} = collectLosses()
  const {messages: written, ...params} = writeOpenai(
    {config, messages},
    {...options, onLoss}
  )
  return {messages: written, params, losses}
}

/** Read a request, and list losses as `code path`. */
function read(value: unknown) {
  const {losses, onLoss} = collectLosses()
  return {...readOpenai(value, {onLoss}), losses}
}

test('should write a note as a request', () => {
  expect(toOpenai(parse(note))).toEqual(request)
  expect(openai.to?.(parse(note))).toEqual(request)
})

test('should read a request as the note that it was', () => {
  const [chat] = openai.from?.(request) ?? []
  expect(chat).toEqual(fromOpenai(request))
  expect(chat && parse(stringify(chat))).toMatchObject({
    config: {
      model: 'gpt-4o',
      temperature: 0,
      max_tokens: 512,
      logit_bias: {'50256': -100},
      system_commands: ['Be brief.']
    },
    children: parse(note)
      .children.slice(0, 2)
      .map(({role, value}) => ({role, value}))
  })
  expect(chat && toOpenai(chat)).toEqual(request)
})

test('should keep keys that no chat has for itself', () => {
  const value = {
    model: 'gpt-4o',
    messages: [],
    tools: [{type: 'function', function: {name: 'f'}}],
    seed: 1,
    metadata: null
  }
  const chat = fromOpenai(value)
  expect(chat.config.openai).toEqual({
    tools: [{type: 'function', function: {name: 'f'}}],
    seed: 1,
    metadata: null
  })
  expect(toOpenai(chat)).toEqual(value)
})

test('should take no message and no setting from the keys of its own', () => {
  const config = {
    model: 'm',
    openai: {messages: [1], model: 'x', n: 2, seed: 1}
  }
  expect(write([], {}, config)).toEqual({
    messages: [],
    params: {model: 'm', seed: 1},
    losses: []
  })
  expect(write([], {}, {model: 'm', openai: 'seed'}).params).toEqual({
    model: 'm'
  })
})

describe('model and settings', () => {
  const config = {max_tokens: 1, stream: true, n: 2, stop: ['a']}
  const answers: Array<ChatMessage> = [
    {role: 'assistant', parts: [], model: 'a'},
    {role: 'assistant', parts: [], model: 'ollama@b'},
    {role: 'user', parts: []}
  ]

  test('should take the model of an option, the settings, or an answer', () => {
    expect(write(answers, {model: 'x'}, config).params.model).toBe('x')
    expect(write(answers, {}, {...config, model: 'y'}).params.model).toBe('y')
    expect(write(answers, {}, config).params.model).toBe('b')
  })

  test('should say that there is none', () => {
    const {params, losses} = write([], {}, config)
    expect(params.model).toBe('')
    expect(losses).toEqual(['model-dependent config.model'])
    expect(readOpenai({model: '', messages: []}).config).toEqual({})
  })

  test('should write the limit under the key that is asked for', () => {
    const options = {maxTokens: 'max_completion_tokens'} as const
    const {max_tokens: _, ...rest} = config
    const expected = {model: '', ...rest, max_completion_tokens: 1}
    expect(write([], options, config).params).toEqual(expected)
    expect(read({...expected, messages: []}).config).toEqual(config)
  })

  test('should leave out a bias that is no number', () => {
    const {params, losses} = write([], {}, {model: 'm', logit_bias: {a: 'x'}})
    expect(params).toEqual({model: 'm'})
    expect(losses).toEqual(['param-unsupported config.logit_bias'])
  })
})

/** Messages, their result, and losses. */
const cases: Array<
  [string, Array<ChatMessage>, Array<object>, Array<string>?]
> = [
  [
    'nothing said',
    [
      {role: 'user', parts: []},
      {role: 'assistant', parts: []}
    ],
    [],
    ['empty-turn-dropped messages.0', 'empty-turn-dropped messages.1']
  ],
  [
    'names',
    [
      {role: 'user', name: 'ann', parts: [{type: 'text', text: 'a'}]},
      {role: 'system', name: 'a b', parts: [{type: 'text', text: 'b'}]}
    ],
    [
      {role: 'user', content: 'a', name: 'ann'},
      {role: 'system', content: 'b'}
    ],
    ['name-dropped messages.1.name']
  ],
  [
    'metadata',
    [
      {
        ...{role: 'user', id: 'a', time: 't', weight: 1},
        ...{model: 'm', extra: {a: 1}},
        parts: [{type: 'text', text: 'a'}]
      }
    ],
    [{role: 'user', content: 'a'}],
    ['id', 'model', 'time', 'weight', 'extra'].map(
      key => `${key}-dropped messages.0.${key}`
    )
  ],
  [
    'a role of others',
    [{role: 'narrator', parts: [{type: 'text', text: 'a'}]}],
    [{role: 'user', content: 'a'}],
    ['role-changed messages.0.role']
  ],
  [
    'texts',
    [
      {
        role: 'developer',
        parts: [
          {type: 'text', text: 'a'},
          {type: 'text', text: 'b'}
        ]
      }
    ],
    [
      {
        role: 'developer',
        content: [
          {type: 'text', text: 'a'},
          {type: 'text', text: 'b'}
        ]
      }
    ]
  ],
  [
    'thoughts',
    [
      {
        role: 'assistant',
        parts: [
          {type: 'reasoning', text: 'hm'},
          {type: 'text', text: 'a'}
        ]
      }
    ],
    [{role: 'assistant', content: 'a'}],
    ['reasoning-dropped messages.0.parts.0']
  ],
  [
    'a refusal',
    [{role: 'assistant', parts: [{type: 'refusal', text: 'No'}]}],
    [{role: 'assistant', content: [{type: 'refusal', refusal: 'No'}]}]
  ],
  [
    'what it does not know, as text',
    [
      {
        role: 'assistant',
        parts: [
          {type: 'text', text: 'a'},
          {type: 'other', kind: 'k', value: 1},
          {type: 'text', text: 'b'}
        ]
      },
      {role: 'user', parts: [{type: 'refusal', text: 'No'}]}
    ],
    [
      {
        role: 'assistant',
        content:
          'a\n\n```json part\n{ "type": "other", "kind": "k", "value": 1 }\n```\n\nb'
      },
      {role: 'user', content: 'No'}
    ],
    ['unknown-part messages.0.parts.1', 'unknown-part messages.1.parts.0']
  ],
  [
    'what it knows alone',
    [
      {
        role: 'user',
        parts: [
          {type: 'other', kind: 'openai:video_url', value: {type: 'video_url'}},
          {type: 'other', kind: 'openai:x', value: 'x'}
        ]
      }
    ],
    [
      {
        role: 'user',
        content: [
          {type: 'video_url'},
          {
            type: 'text',
            text: '```json part\n{ "type": "other", "kind": "openai:x", "value": "x" }\n```'
          }
        ]
      }
    ],
    ['unknown-part messages.0.parts.1']
  ],
  [
    'files',
    [
      {
        role: 'user',
        parts: [
          {type: 'file', mediaType: 'image/png', data: 'AA==', name: 'a'},
          {type: 'file', mediaType: 'audio/mpeg', data: 'AA=='},
          {type: 'file', mediaType: 'audio/mpeg', url: 'https://a.b/c.mp3'},
          {type: 'file', mediaType: 'application/pdf', data: 'AA==', name: 'a'},
          {type: 'file', ref: 'file-1'},
          {type: 'file', text: 'extracted'},
          {type: 'file', name: 'lost'},
          {type: 'file', mediaType: 'image/png', url: 'a.png'}
        ]
      }
    ],
    [
      {
        role: 'user',
        content: [
          {type: 'image_url', image_url: {url: 'data:image/png;base64,AA=='}},
          {type: 'input_audio', input_audio: {data: 'AA==', format: 'mp3'}},
          {
            type: 'text',
            text: '![](https://a.b/c.mp3)'
          },
          {
            type: 'file',
            file: {
              file_data: 'data:application/pdf;base64,AA==',
              filename: 'a'
            }
          },
          {type: 'file', file: {file_id: 'file-1'}},
          {type: 'text', text: 'extracted\n\n![](a.png)'}
        ]
      }
    ],
    [
      'name-dropped messages.0.parts.0.name',
      'url-unsupported messages.0.parts.2',
      'file-type-unsupported messages.0.parts.5',
      'file-unresolved messages.0.parts.6',
      'file-unresolved messages.0.parts.7'
    ]
  ],
  [
    'files of an answer',
    [
      {
        role: 'assistant',
        parts: [
          {type: 'file', mediaType: 'image/png', data: 'AA=='},
          {type: 'file', mediaType: 'image/png', url: 'https://a.b/c.png'}
        ]
      }
    ],
    [{role: 'assistant', content: '![](https://a.b/c.png)'}],
    [
      'file-type-unsupported messages.0.parts.0',
      'url-unsupported messages.0.parts.1'
    ]
  ],
  [
    'calls before a text',
    [
      {
        role: 'assistant',
        parts: [
          {type: 'tool-call', name: 'f', id: 'c', input: undefined},
          {type: 'text', text: 'a'}
        ]
      }
    ],
    [
      {
        role: 'assistant',
        content: 'a',
        tool_calls: [
          {type: 'function', id: 'c', function: {name: 'f', arguments: '{}'}}
        ]
      }
    ],
    ['parts-joined messages.0', 'tool-unanswered messages.0.parts.0']
  ],
  [
    'calls and results of each kind',
    [
      {
        role: 'assistant',
        parts: [
          {
            type: 'tool-call',
            name: 'f',
            id: 'c',
            input: 'x',
            meta: {type: 'custom'}
          },
          {type: 'tool-call', name: 'g', id: 'd', input: '{', raw: '{'},
          {
            type: 'tool-result',
            name: 'f',
            id: 'c',
            output: [{type: 'text', text: 'x'}]
          },
          {type: 'tool-result', name: 'g', id: 'd', output: {a: 1}, error: true}
        ]
      }
    ],
    [
      {
        role: 'assistant',
        tool_calls: [
          {type: 'custom', id: 'c', custom: {name: 'f', input: 'x'}},
          {type: 'function', id: 'd', function: {name: 'g', arguments: '{'}}
        ]
      },
      {
        role: 'tool',
        tool_call_id: 'c',
        content: [{type: 'text', text: 'x'}]
      },
      {role: 'tool', tool_call_id: 'd', content: '{"a":1}'}
    ],
    ['extra-dropped messages.0.parts.3.error']
  ]
]

describe('messages', () => {
  for (const [name, messages, written, losses = []] of cases) {
    test(`should write ${name}`, () => {
      const result = write(messages)
      expect(result.messages).toEqual(written)
      expect(result.losses.sort()).toEqual([...losses].sort())
    })
  }

  test('should send thoughts to servers that demand them', () => {
    const messages: Array<ChatMessage> = [
      {
        role: 'assistant',
        parts: [
          {type: 'reasoning', text: 'hm'},
          {type: 'reasoning', text: '', meta: {signature: 'x'}},
          {type: 'text', text: 'a'}
        ]
      }
    ]
    const result = write(messages, {reasoningContent: true})
    const written = [{role: 'assistant', reasoning_content: 'hm', content: 'a'}]
    expect(result.messages).toEqual(written)
    expect(result.losses).toEqual(['reasoning-dropped messages.0.parts.1'])
    expect(readOpenai(written).messages).toEqual([
      {
        role: 'assistant',
        parts: [
          {type: 'reasoning', text: 'hm'},
          {type: 'text', text: 'a'}
        ]
      }
    ])
  })
})

/** Message of a request, its parts, and losses. */
const readCases: Array<[string, object, Array<object>, Array<string>?]> = [
  ['no content', {content: null}, []],
  ['a refusal', {refusal: 'No'}, [{type: 'refusal', text: 'No'}]],
  [
    'a call of old',
    {function_call: {name: 'f', arguments: '{}'}},
    [{type: 'tool-call', name: 'f', input: {}}]
  ],
  [
    'a call of a custom tool',
    {tool_calls: [{id: 'c', custom: {name: 'f', input: 'x'}, type: 'custom'}]},
    [
      {
        type: 'tool-call',
        name: 'f',
        id: 'c',
        input: 'x',
        meta: {type: 'custom'}
      }
    ]
  ],
  [
    'arguments of each kind',
    {
      tool_calls: [
        {function: {name: 'f', arguments: {a: 1}}},
        {function: {name: 'g', arguments: '{"a": 1}'}},
        {function: {name: 'h', arguments: '{'}}
      ]
    },
    [
      {type: 'tool-call', name: 'f', input: {a: 1}},
      {type: 'tool-call', name: 'g', input: {a: 1}, raw: '{"a": 1}'},
      {type: 'tool-call', name: 'h', input: '{', raw: '{'}
    ]
  ],
  [
    'a call of nothing',
    {tool_calls: [{id: 'c'}]},
    [],
    ['unknown-part messages.0.tool_calls.0']
  ],
  [
    'parts of each kind',
    {
      content: [
        {type: 'text', text: 'a'},
        {type: 'refusal', refusal: 'No'},
        {
          type: 'image_url',
          image_url: {url: 'data:image/png;base64,AA==', detail: 'low'}
        },
        {type: 'image_url', image_url: {url: 'https://a.b/c'}},
        {type: 'image_url', image_url: {url: 'https://a.b/c.pdf'}},
        {type: 'input_audio', input_audio: {data: 'AA==', format: 'mp3'}},
        {type: 'input_audio', input_audio: {data: 'AA==', format: 'wav'}},
        {
          type: 'file',
          file: {file_data: 'data:text/csv;base64,AA==', filename: 'a'}
        },
        {type: 'file', file: {file_data: 'AA=='}},
        {type: 'file', file: {file_id: 'file-1'}},
        {type: 'video_url', video_url: {url: 'x'}}
      ]
    },
    [
      {type: 'text', text: 'a'},
      {type: 'refusal', text: 'No'},
      {type: 'file', mediaType: 'image/png', data: 'AA=='},
      {type: 'file', mediaType: 'image/*', url: 'https://a.b/c'},
      {type: 'file', mediaType: 'image/*', url: 'https://a.b/c.pdf'},
      {type: 'file', mediaType: 'audio/mpeg', data: 'AA=='},
      {type: 'file', mediaType: 'audio/wav', data: 'AA=='},
      {type: 'file', mediaType: 'text/csv', data: 'AA==', name: 'a'},
      {type: 'file', data: 'AA=='},
      {type: 'file', ref: 'file-1'},
      {
        type: 'other',
        kind: 'openai:video_url',
        value: {type: 'video_url', video_url: {url: 'x'}}
      }
    ],
    ['extra-dropped messages.0.content.2.image_url.detail']
  ],
  [
    'what no chat has',
    {content: 'a', audio: {id: 'x'}, annotations: [], refusal: null},
    [{type: 'text', text: 'a'}],
    ['extra-dropped messages.0.audio']
  ]
]

describe('reading', () => {
  for (const [name, message, parts, losses = []] of readCases) {
    test(`should read ${name}`, () => {
      const value = {messages: [{role: 'assistant', ...message}]}
      const result = read(value)
      expect(result.messages).toEqual([{role: 'assistant', parts}])
      expect(result.losses).toEqual(losses)
    })
  }

  test('should read results with the names of their calls', () => {
    const {messages} = read([
      {
        role: 'assistant',
        tool_calls: [{id: 'c', function: {name: 'f', arguments: '{}'}}]
      },
      {role: 'tool', tool_call_id: 'c', content: 'x'},
      {role: 'function', name: 'g', content: null}
    ])
    expect(messages).toEqual([
      {
        role: 'assistant',
        parts: [
          {type: 'tool-call', name: 'f', id: 'c', input: {}},
          {type: 'tool-result', name: 'f', id: 'c', output: 'x'},
          {type: 'tool-result', name: 'g', output: ''}
        ]
      }
    ])
    const [, result] = read([
      {role: 'user', content: 'a'},
      {role: 'tool', tool_call_id: 'z', content: 'x'},
      {role: 'tool', content: 'y'}
    ]).messages
    expect(result?.parts).toEqual([
      {type: 'tool-result', name: '', id: 'z', output: 'x'},
      {type: 'tool-result', name: '', output: 'y'}
    ])
  })

  test('should refuse what is no request', () => {
    expect(() => fromOpenai({})).toThrow(
      new TypeError('Expected a list at `messages` of an OpenAI request')
    )
    expect(() => fromOpenai([{role: 'x'}])).toThrow(
      /^Expected .* at `\[0\]\.role` of an OpenAI request$/
    )
    expect(() =>
      fromOpenai({messages: [{role: 'user', content: [{type: 'text'}]}]})
    ).toThrow(
      'Expected a string at `messages[0].content[0].text` of an OpenAI request'
    )
  })

  test('should change no prose', () => {
    const content = 'The linked list and its links were cited'
    const {children} = fromOpenai([{role: 'user', content}])
    expect(children[0]?.value).toBe(content)
  })

  test('should not be misled by names of JavaScript, or by depth', () => {
    const hostile = JSON.parse(
      '{"messages": [{"role": "user", "content": "a", "__proto__": {"role": "system"}}], "__proto__": {"n": 1}}'
    )
    const chat = fromOpenai(hostile)
    expect(chat.children[0]?.role).toBe('user')
    expect(Object.getPrototypeOf(chat.config)).toBe(Object.prototype)
    expect(chat.config.n).toBe(undefined)
    const deep = `${'['.repeat(1e4)}${']'.repeat(1e4)}`
    const call = {function: {name: 'f', arguments: deep}}
    const {messages} = read([{role: 'assistant', tool_calls: [call]}])
    expect(messages[0]?.parts).toEqual([
      {type: 'tool-call', name: 'f', input: deep, raw: deep}
    ])
  })
})

describe('laws', () => {
  test('should read back what it keeps', () => {
    fc.assert(
      fc.property(plainMessages, messages => {
        const config = {model: 'm', temperature: 1, stop: 'x'}
        const written = writeOpenai({config, messages}, {onLoss: refuseLoss})
        expect(readOpenai(written, {onLoss: refuseLoss})).toEqual({
          config,
          messages
        })
      })
    )
  })

  test('should write again what it wrote', () => {
    fc.assert(
      fc.property(anyMessages, messages => {
        const written = writeOpenai({config: {model: 'm'}, messages})
        expect(writeOpenai(readOpenai(written))).toEqual(written)
      })
    )
  })

  test('should keep the roles and texts of every chat', () => {
    fc.assert(
      fc.property(anyChat, chat => {
        const texts = {
          ...chat,
          children: chat.children.map(turn => ({
            ...turn,
            role: turn.role === 'tool' ? 'developer' : turn.role
          }))
        }
        const request = toOpenai(texts, {model: 'm', blocks: false})
        const again = toOpenai(fromOpenai(request), {blocks: false})
        expect(again.messages).toEqual(request.messages)
        expect(request.messages.length).toBe(
          toMessages(texts, {blocks: false}).length
        )
      })
    )
  })
})
