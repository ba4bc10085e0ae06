import {parse} from 'chatmd'
import {
  fromMessages,
  fromOtel,
  otel,
  type Part,
  toMessages,
  toOtel
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listLosses} from '../util/list-losses.ts'

/** Parts of an assistant, the result, and losses. */
const parts: Array<[Part, object | undefined, Array<string>]> = [
  [{type: 'text', text: 'a'}, {type: 'text', content: 'a'}, []],
  [{type: 'refusal', text: 'a'}, {type: 'refusal', content: 'a'}, []],
  [
    {type: 'reasoning', text: 'a', meta: {signature: 's', type: 'x'}},
    {type: 'reasoning', content: 'a', signature: 's'},
    ['extra-dropped messages.0.parts.0.meta.type']
  ],
  [
    {type: 'tool-call', name: 'f', id: 'c', input: {a: 1}, meta: {b: 1}},
    {type: 'tool_call', id: 'c', name: 'f', arguments: {a: 1}},
    [
      'tool-unanswered messages.0.parts.0',
      'extra-dropped messages.0.parts.0.meta.b'
    ]
  ],
  [
    {type: 'tool-call', name: 'f', id: 'c', input: '{', raw: '{'},
    {type: 'tool_call', id: 'c', name: 'f', arguments: '{'},
    ['tool-unanswered messages.0.parts.0']
  ],
  [
    {type: 'tool-result', name: '', id: 'c', output: [1], error: true},
    {type: 'tool_call_response', id: 'c', response: [1]},
    ['extra-dropped messages.0.parts.0.error']
  ],
  [
    {type: 'file', mediaType: 'image/png', data: 'AAAA', name: 'a.png'},
    {
      type: 'blob',
      modality: 'image',
      mime_type: 'image/png',
      filename: 'a.png',
      content: 'AAAA'
    },
    []
  ],
  [
    {type: 'file', url: 'a.pdf'},
    {type: 'uri', modality: 'document', uri: 'a.pdf'},
    []
  ],
  [
    {type: 'file', mediaType: 'audio/*', ref: 'f'},
    {type: 'file', modality: 'audio', mime_type: 'audio/*', file_id: 'f'},
    []
  ],
  [
    {type: 'file', text: 'a'},
    {type: 'text', content: 'a'},
    ['file-type-unsupported messages.0.parts.0']
  ],
  [
    {type: 'file', name: 'a'},
    undefined,
    ['file-unresolved messages.0.parts.0']
  ],
  [
    {type: 'other', kind: 'x', value: 1},
    {type: 'other', kind: 'x', value: 1},
    []
  ],
  [
    {type: 'other', kind: 'otel:compaction', value: {type: 'compaction'}},
    {type: 'compaction'},
    []
  ],
  [
    {type: 'other', kind: 'otel:x', value: {}},
    {type: 'other', kind: 'otel:x', value: {}},
    []
  ]
]

describe('toOtel', () => {
  test('should write instructions, messages, and settings', () => {
    const chat = fromMessages(
      [
        {role: 'system', parts: [{type: 'text', text: 'Be brief.'}]},
        {role: 'user', name: 'Ann', parts: [{type: 'text', text: 'Hi'}]},
        {role: 'assistant', parts: [{type: 'text', text: 'Hello'}]}
      ],
      {
        config: {
          model: 'gpt-4o',
          temperature: 0,
          top_p: 1,
          max_tokens: 9,
          presence_penalty: 1,
          frequency_penalty: 2,
          stop: 'END',
          n: 1,
          stream: true
        }
      }
    )
    const written = {
      'gen_ai.system_instructions': [{type: 'text', content: 'Be brief.'}],
      'gen_ai.input.messages': [
        {role: 'user', name: 'Ann', parts: [{type: 'text', content: 'Hi'}]},
        {role: 'assistant', parts: [{type: 'text', content: 'Hello'}]}
      ],
      'gen_ai.request.model': 'gpt-4o',
      'gen_ai.request.temperature': 0,
      'gen_ai.request.top_p': 1,
      'gen_ai.request.max_tokens': 9,
      'gen_ai.request.presence_penalty': 1,
      'gen_ai.request.frequency_penalty': 2,
      'gen_ai.request.stop_sequences': ['END'],
      'gen_ai.request.choice.count': 1
    }
    expect(toOtel(chat)).toEqual(written)
    expect(listLosses(options => toOtel(chat, options))).toEqual([
      'param-unsupported config.stream'
    ])
    const {stream: _, ...config} = chat.config
    expect(fromOtel(written)).toEqual({...chat, config})
  })

  test.each(parts)('should write a part: %j', (part, written, lost) => {
    const chat = fromMessages([{role: 'assistant', parts: [part]}])
    const {'gen_ai.input.messages': messages} = toOtel(chat)
    expect(messages[0]?.parts).toEqual(written ? [written] : [])
    expect(listLosses(options => toOtel(chat, options))).toEqual(lost)
    const losesType = lost.some(loss => /file|extra/.test(loss))
    if (!losesType) expect(fromOtel(messages)).toEqual(chat)
  })
})

describe('fromOtel', () => {
  test('should read JSON, and what was answered', () => {
    const input = [
      {
        role: 'user',
        parts: [{type: 'text', content: 'How warm is it?'}],
        name: null
      },
      {
        role: 'assistant',
        parts: [{type: 'tool_call', id: 'c', name: 'f', arguments: '{"a":1}'}]
      },
      {role: 'tool', parts: [{type: 'tool_call_response', id: 'c'}]}
    ]
    const output = [
      {
        role: 'assistant',
        parts: [
          {type: 'text', content: 'Warm.'},
          {type: 'tool_call', name: 'g'}
        ],
        finish_reason: 'stop'
      }
    ]
    const value = {
      'gen_ai.input.messages': JSON.stringify(input),
      'gen_ai.output.messages': output,
      'gen_ai.request.stop_sequences': ['a', 'b'],
      'gen_ai.usage.input_tokens': 1
    }
    const chat = fromOtel(value)
    expect(chat.config).toEqual({stop: ['a', 'b']})
    expect(toMessages(chat)).toEqual([
      {role: 'user', parts: [{type: 'text', text: 'How warm is it?'}]},
      {
        role: 'assistant',
        parts: [
          {type: 'tool-call', name: 'f', id: 'c', input: {a: 1}},
          {type: 'tool-result', name: 'f', id: 'c', output: null},
          {type: 'text', text: 'Warm.'},
          {type: 'tool-call', name: 'g', input: {}}
        ]
      }
    ])
    expect(listLosses(options => fromOtel(value, options))).toEqual([
      'step-metadata messages.3'
    ])
  })

  test('should keep what is said of a message', () => {
    const parts = [{type: 'text', content: 'a'}]
    expect(toMessages(fromOtel([{role: 'user', parts, x: 1}]))).toEqual([
      {role: 'user', parts: [{type: 'text', text: 'a'}], extra: {x: 1}}
    ])
  })

  test('should say where a value has another shape', () => {
    expect(() => fromOtel({'gen_ai.input.messages': '{'})).toThrow(TypeError)
    expect(() => fromOtel([{role: 'user', parts: [{type: 'text'}]}])).toThrow(
      new TypeError(
        'Expected a string at `[0].parts[0].content` of attributes of OpenTelemetry'
      )
    )
    expect(() => fromOtel({})).toThrow(
      new TypeError(
        'Missing `gen_ai.input.messages` of attributes of OpenTelemetry'
      )
    )
  })
})

describe('otel', () => {
  test('should know attributes by their names', () => {
    expect(otel.detect?.({'gen_ai.input.messages': '[]'})).toBe(true)
    expect(otel.detect?.({'gen_ai.output.messages': []})).toBe(true)
    expect(otel.detect?.({})).toBe(false)
    expect(otel.detect?.([])).toBe(false)
  })

  test('should read one chat', () => {
    expect(otel.from?.([])).toEqual([fromMessages([])])
    expect(otel.to?.(parse('Hi'))).toEqual(toOtel(parse('Hi')))
  })
})
