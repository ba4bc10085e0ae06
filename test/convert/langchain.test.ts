import {parse} from 'chatmd'
import {
  type ChatMessage,
  fromLangchain,
  fromMessages,
  langchain,
  type Part,
  toLangchain,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listLosses} from '../util/list-losses.ts'

const none = {additional_kwargs: {}, response_metadata: {}}

function say(role: string, text: string): ChatMessage {
  return {role, parts: [{type: 'text', text}]}
}

describe('toLangchain', () => {
  test('should write a tool round, with ids, names and models', () => {
    const chat = fromMessages([
      say('system', 'Be brief.'),
      {...say('user', 'How warm is it?'), name: 'Ann', id: 'u'},
      {
        role: 'assistant',
        model: 'gpt-4o',
        parts: [
          {type: 'reasoning', text: 'Look.', meta: {signature: 's'}},
          {type: 'tool-call', name: 'f', id: 'c', input: {city: 'Paris'}},
          {type: 'tool-result', name: 'f', id: 'c', output: 'No', error: true},
          {type: 'text', text: 'Warm.'}
        ]
      }
    ])
    expect(toLangchain(chat)).toEqual([
      {type: 'system', data: {content: 'Be brief.', ...none}},
      {
        type: 'human',
        data: {content: 'How warm is it?', name: 'Ann', id: 'u', ...none}
      },
      {
        type: 'ai',
        data: {
          content: [
            {type: 'reasoning', reasoning: 'Look.', extras: {signature: 's'}}
          ],
          additional_kwargs: {},
          response_metadata: {model_name: 'gpt-4o'},
          tool_calls: [
            {type: 'tool_call', id: 'c', name: 'f', args: {city: 'Paris'}}
          ]
        }
      },
      {
        type: 'tool',
        data: {
          content: 'No',
          name: 'f',
          tool_call_id: 'c',
          status: 'error',
          ...none
        }
      },
      {
        type: 'ai',
        data: {
          content: 'Warm.',
          additional_kwargs: {},
          response_metadata: {model_name: 'gpt-4o'}
        }
      }
    ])
    expect(listLosses(options => toLangchain(chat, options))).toEqual([])
    expect(fromLangchain(toLangchain(chat))).toEqual(chat)
  })

  test('should report what has no place', () => {
    const chat = fromMessages(
      [
        {
          ...say('developer', 'a'),
          time: 't',
          extra: {additional_kwargs: {x: 1}, response_metadata: 1, y: 2}
        },
        {
          role: 'critic',
          parts: [
            {type: 'file', name: 'a'},
            {type: 'file', mediaType: 'image/png', data: 'AAAA', name: 'a.png'},
            {type: 'file', ref: 'f'}
          ]
        },
        {
          role: 'assistant',
          parts: [
            {type: 'tool-call', name: 'f', input: [1], meta: {a: 1}},
            {type: 'tool-call', name: 'f', id: 'd', input: '{', raw: '{'},
            {type: 'refusal', text: 'No.'},
            {type: 'other', kind: 'x', value: 1},
            {type: 'other', kind: 'langchain:y', value: {type: 'y', z: 1}},
            {type: 'other', kind: 'langchain:y', value: {z: 1}},
            {type: 'other', kind: 'langchain:y', value: 1}
          ]
        }
      ],
      {config: {temperature: 0}}
    )
    expect(toLangchain(chat)).toEqual([
      {
        type: 'system',
        data: {
          content: 'a',
          additional_kwargs: {x: 1, __openai_role__: 'developer'},
          response_metadata: {}
        }
      },
      {
        type: 'generic',
        data: {
          role: 'critic',
          content: [
            {
              type: 'image',
              mimeType: 'image/png',
              data: 'AAAA',
              metadata: {filename: 'a.png'}
            },
            {type: 'file', fileId: 'f'}
          ],
          ...none
        }
      },
      {
        type: 'ai',
        data: {
          content: [
            {
              type: 'text',
              text: 'No.\n\n```json part\n{ "type": "other", "kind": "x", "value": 1 }\n```'
            },
            {type: 'y', z: 1},
            {
              type: 'text',
              text: '```json part\n{ "type": "other", "kind": "langchain:y", "value": { "z": 1 } }\n```\n\n```json part\n{ "type": "other", "kind": "langchain:y", "value": 1 }\n```'
            }
          ],
          ...none,
          tool_calls: [],
          invalid_tool_calls: [
            {
              type: 'invalid_tool_call',
              id: 'call_1',
              name: 'f',
              args: '[1]',
              error: 'Expected arguments to be an object'
            },
            {
              type: 'invalid_tool_call',
              id: 'd',
              name: 'f',
              args: '{',
              error: 'Expected arguments to be an object'
            }
          ]
        }
      }
    ])
    expect(listLosses(options => toLangchain(chat, options))).toEqual([
      'param-unsupported config.temperature',
      'time-dropped messages.0.time',
      'extra-dropped messages.0.extra.response_metadata',
      'extra-dropped messages.0.extra.y',
      'tool-id-made messages.2.parts.0',
      'tool-unanswered messages.2.parts.0',
      'tool-unanswered messages.2.parts.1',
      'file-unresolved messages.1.parts.0',
      'unknown-part messages.2.parts.2',
      'unknown-part messages.2.parts.3',
      'unknown-part messages.2.parts.5',
      'unknown-part messages.2.parts.6',
      'parts-joined messages.2.parts',
      'extra-dropped messages.2.parts.0.meta'
    ])
  })
})

describe('calls and results', () => {
  test('should pair them by name, or else by order', () => {
    const call = (name: string): Part => ({type: 'tool-call', name, input: {}})
    const result = (name: string): Part => ({
      type: 'tool-result',
      name,
      output: ''
    })
    const chat = fromMessages([
      {
        role: 'assistant',
        parts: [
          call('f'),
          call('g'),
          call('f'),
          result('g'),
          result(''),
          result('f'),
          result('f'),
          result('h')
        ]
      }
    ])
    const ids = toLangchain(chat).flatMap(({data}) => data.tool_call_id ?? [])
    expect(ids).toEqual(['call_2', 'call_1', 'call_3', 'call_4', 'call_5'])
  })

  test('should say of a result what is said of its message', () => {
    const chat = fromMessages([
      {
        role: 'assistant',
        model: 'm',
        parts: [
          {type: 'tool-result', name: 'f', id: 'c', output: ''},
          {type: 'text', text: 'a'}
        ]
      }
    ])
    expect(toLangchain(chat).map(({type}) => type)).toEqual(['tool', 'ai'])
  })
})

/** Messages, the result, and losses. */
const reads: Array<[string, Array<unknown>, Array<ChatMessage>]> = [
  [
    'plain fields, serialized ones, and old ones',
    [
      {type: 'human', content: 'a'},
      {role: 'user', content: 'b'},
      {
        lc: 1,
        type: 'constructor',
        id: ['langchain_core', 'messages', 'AIMessageChunk'],
        kwargs: {
          content: '',
          additional_kwargs: {
            reasoning_content: 'c',
            x: 1,
            tool_calls: [
              1,
              {id: 'c', function: {name: 'f', arguments: '{"a":1}'}},
              {function: {name: 'g'}},
              {function: {name: 1}}
            ]
          },
          response_metadata: {model: 'm', y: 1},
          usage_metadata: {z: 1}
        }
      },
      {
        type: 'function',
        data: {name: 'g', content: [{type: 'text', text: 'd'}]}
      }
    ],
    [
      say('user', 'a'),
      say('user', 'b'),
      {
        role: 'assistant',
        model: 'm',
        extra: {
          usage_metadata: {z: 1},
          additional_kwargs: {x: 1},
          response_metadata: {y: 1}
        },
        parts: [
          {type: 'reasoning', text: 'c'},
          {type: 'tool-call', name: 'f', id: 'c', input: {a: 1}},
          {type: 'tool-call', name: 'g', input: {}},
          {type: 'tool-result', name: 'g', output: 'd'}
        ]
      }
    ]
  ],
  [
    'one call in old words, and a result of blocks',
    [
      {
        type: 'ai',
        content: 'a',
        additional_kwargs: {function_call: {name: 'f', arguments: '{'}}
      },
      {
        type: 'tool',
        tool_call_id: 'c',
        name: 'f',
        content: [{type: 'image', url: 'a'}]
      },
      {type: 'ai', content: 'b', tool_calls: [{id: null}]}
    ],
    [
      {
        role: 'assistant',
        parts: [
          {type: 'text', text: 'a'},
          {type: 'tool-call', name: 'f', input: '{', raw: '{'},
          {
            type: 'tool-result',
            name: 'f',
            id: 'c',
            output: [{type: 'file', mediaType: 'image/*', url: 'a'}]
          },
          {type: 'text', text: 'b'},
          {type: 'tool-call', name: '', input: {}}
        ]
      }
    ]
  ],
  [
    'a role that says itself, or not',
    [
      {type: 'chat', data: {role: 'Critic', content: 'a'}},
      {type: 'generic', data: {content: 'b'}},
      {id: [], kwargs: {role: 'user', content: 'c'}}
    ],
    [say('critic', 'a'), say('user', 'b'), say('user', 'c')]
  ]
]

/** Blocks, and the parts that are read. */
const blocks: Array<[unknown, Part | undefined]> = [
  ['a', {type: 'text', text: 'a'}],
  [
    {type: 'thinking', thinking: 'a', signature: 's'},
    {type: 'reasoning', text: 'a', meta: {signature: 's'}}
  ],
  [
    {type: 'thinking', thinking: 'a'},
    {type: 'reasoning', text: 'a'}
  ],
  [
    {type: 'reasoning', reasoning: 'a'},
    {type: 'reasoning', text: 'a'}
  ],
  [
    {type: 'image_url', image_url: 'a.png'},
    {type: 'file', mediaType: 'image/png', url: 'a.png'}
  ],
  [
    {type: 'image_url', image_url: {url: 'data:image/png;base64,AAAA'}},
    {type: 'file', mediaType: 'image/png', data: 'AAAA'}
  ],
  [
    {
      type: 'file',
      mime_type: 'a/b',
      base64: 'AAAA',
      metadata: {filename: 'a'}
    },
    {type: 'file', mediaType: 'a/b', name: 'a', data: 'AAAA'}
  ],
  [
    {type: 'audio', file_id: 'f', metadata: {filename: 1}},
    {type: 'file', mediaType: 'audio/*', ref: 'f'}
  ],
  [
    {type: 'file', fileId: 'f'},
    {type: 'file', ref: 'f'}
  ],
  [{type: 'tool_use', id: 'c'}, undefined],
  [
    {type: 'new', x: 1},
    {type: 'other', kind: 'langchain:new', value: {type: 'new', x: 1}}
  ]
]

describe('fromLangchain', () => {
  test.each(reads)('should read %s', (_name, messages, read) => {
    expect(toMessages(fromLangchain(messages))).toEqual(read)
    expect(toMessages(fromLangchain({messages}))).toEqual(read)
  })

  test.each(blocks)('should read a block: %j', (block, part) => {
    const messages = [{type: 'ai', content: [block, 'end']}]
    const [read] = toMessages(fromLangchain(messages))
    const first = read?.parts[0]
    expect(first).toEqual(
      part?.type === 'text'
        ? {type: 'text', text: 'a\n\nend'}
        : (part ?? {type: 'text', text: 'end'})
    )
  })

  test('should report a role that is none', () => {
    const messages = [{type: 'generic', data: {content: 'b'}}]
    expect(listLosses(options => fromLangchain(messages, options))).toEqual([
      'role-changed 0.type'
    ])
  })

  test('should say where a value has another shape', () => {
    expect(() => fromLangchain([{type: 'human', data: {content: 1}}])).toThrow(
      TypeError
    )
  })
})

describe('langchain', () => {
  test('should know messages that are stored or serialized', () => {
    const values = [
      [{type: 'human', data: {}}],
      {messages: [{lc: 1, kwargs: {}}]}
    ]
    expect(values.every(value => langchain.detect?.(value))).toBe(true)
    const others = [1, [], [1], [{type: 'human', content: 'a'}], {}]
    expect(others.some(value => langchain.detect?.(value))).toBe(false)
  })

  test('should read one chat', () => {
    expect(langchain.from?.([])).toEqual([fromMessages([])])
    expect(langchain.to?.(parse('Hi'))).toEqual(toLangchain(parse('Hi')))
  })
})
