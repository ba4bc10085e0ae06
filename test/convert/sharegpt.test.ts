import {parse} from 'chatmd'
import {
  type ChatMessage,
  fromMessages,
  fromSharegpt,
  type Part,
  sharegpt,
  type ToolCallPart,
  type ToolResultPart,
  toMessages,
  toSharegpt
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listLosses} from '../util/list-losses.ts'
import {hasShared, readShared, reason} from '../util/shared.ts'

const call: ToolCallPart = {
  type: 'tool-call',
  name: 'f',
  id: 'c',
  input: {a: 1}
}
const result: ToolResultPart = {
  type: 'tool-result',
  name: 'f',
  id: 'c',
  output: 'b'
}

function say(role: string, text: string): ChatMessage {
  return {role, parts: [{type: 'text', text}]}
}

describe('toSharegpt', () => {
  test('should write questions, calls, observations, and answers', () => {
    const tools = [{name: 'f'}]
    const chat = fromMessages(
      [
        say('system', 'Be brief.'),
        say('user', 'Hi'),
        {
          role: 'assistant',
          parts: [call, result, {type: 'text', text: 'Done.'}]
        }
      ],
      {config: {tools}}
    )
    expect(toSharegpt(chat)).toEqual({
      conversations: [
        {from: 'system', value: 'Be brief.'},
        {from: 'human', value: 'Hi'},
        {from: 'function_call', value: '{"name":"f","arguments":{"a":1}}'},
        {from: 'observation', value: 'b'},
        {from: 'gpt', value: 'Done.'}
      ],
      tools: '[{"name":"f"}]'
    })
    expect(listLosses(options => toSharegpt(chat, options))).toEqual([
      'id-dropped messages.2.parts.0.id',
      'id-dropped messages.2.parts.1.id'
    ])
  })

  test('should write images in their places, paths too', () => {
    const chat = fromMessages([
      {
        role: 'user',
        parts: [
          {type: 'file', mediaType: 'image/png', url: 'a.png'},
          {type: 'text', text: 'Who?'},
          {type: 'file', mediaType: 'image/png', data: 'AAAA'},
          {type: 'file', mediaType: 'a/b', url: 'https://x.org/a'}
        ]
      },
      say('assistant', 'Ann.')
    ])
    const row = {
      conversations: [
        {from: 'human', value: '<image>Who?<image>![](https://x.org/a "a/b")'},
        {from: 'gpt', value: 'Ann.'}
      ],
      images: ['a.png', 'data:image/png;base64,AAAA']
    }
    expect(toSharegpt(chat)).toEqual(row)
    expect(toSharegpt(fromSharegpt(row))).toEqual(row)
    expect(listLosses(options => toSharegpt(chat, options))).toEqual([
      'url-unsupported messages.0.parts.3'
    ])
  })

  test('should give no place to a text that looks like one', () => {
    const chat = fromMessages([
      {
        role: 'user',
        parts: [
          {type: 'text', text: 'What is <image>?'},
          {type: 'file', mediaType: 'image/png', url: 'a.png'}
        ]
      },
      say('assistant', 'A tag.')
    ])
    const row = toSharegpt(chat)
    expect(row).toEqual({
      conversations: [
        {from: 'human', value: 'What is <image>?\n\n![](a.png)'},
        {from: 'gpt', value: 'A tag.'}
      ]
    })
    expect(listLosses(options => toSharegpt(chat, options))).toEqual([
      'file-unresolved messages.0.parts.1'
    ])
    expect(toSharegpt(fromSharegpt(row))).toEqual(row)
  })

  test('should report what has no place', () => {
    const chat = fromMessages(
      [
        say('system', 'a'),
        say('system', 'b'),
        say('user', 'c'),
        {...say('critic', 'd'), name: 'Ann'},
        {
          role: 'assistant',
          parts: [
            {type: 'reasoning', text: 'e'},
            {...call, raw: '{', input: '{'},
            {type: 'text', text: 'f'},
            {...result, error: true},
            {type: 'refusal', text: 'g'}
          ]
        },
        say('developer', 'h')
      ],
      {config: {temperature: 0}}
    )
    expect(toSharegpt(chat)).toEqual({
      conversations: [
        {from: 'system', value: 'a\n\nb'},
        {from: 'human', value: 'c'},
        {from: 'human', value: 'd'},
        {from: 'gpt', value: 'f'},
        {from: 'function_call', value: '{"name":"f","arguments":"{"}'},
        {from: 'observation', value: 'b'},
        {from: 'gpt', value: 'g'},
        {from: 'system', value: 'h'}
      ]
    })
    expect(listLosses(options => toSharegpt(chat, options))).toEqual([
      'param-unsupported config.temperature',
      'name-dropped messages.3.name',
      'id-dropped messages.4.parts.1.id',
      'id-dropped messages.4.parts.3.id',
      'role-changed messages.3.role',
      'reasoning-dropped messages.4.parts.0',
      'parts-joined messages.4.parts',
      'tool-args-not-json messages.4.parts.1.input',
      'extra-dropped messages.4.parts.3.error',
      'unknown-part messages.4.parts.4',
      'role-changed messages.5.role',
      'system-merged conversations',
      'not-trainable conversations.2'
    ])
  })

  test('should report a row that LLaMA-Factory skips', () => {
    const cases: Array<[Array<ChatMessage>, string]> = [
      [[], 'not-trainable conversations.0'],
      [[say('system', 'a')], 'not-trainable conversations.1'],
      [[say('user', 'a')], 'not-trainable conversations.1'],
      [[say('assistant', 'a')], 'not-trainable conversations.0']
    ]
    for (const [messages, lost] of cases) {
      const chat = fromMessages(messages)
      expect(listLosses(options => toSharegpt(chat, options))).toEqual([lost])
    }
  })

  test('should say nothing of ids that are none', () => {
    const {id: _, ...bare} = call
    const {id: __, ...lone} = result
    const chat = fromMessages([
      say('user', 'a'),
      {role: 'assistant', parts: [bare, lone, {type: 'text', text: 'b'}]}
    ])
    expect(listLosses(options => toSharegpt(chat, options))).toEqual([])
  })

  test('should refuse tools that are nested too deeply', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    const chat = fromMessages([], {config: {tools: [{deep}]}})
    expect(() => toSharegpt(chat)).toThrow(
      new TypeError('Cannot write a value as JSON: it is nested too deeply')
    )
  })

  test('should write calls side by side as a list', () => {
    const other = {...call, id: 'd', name: 'g'}
    const parts: Array<Part> = [
      {type: 'text', text: 'Wait.'},
      call,
      other,
      {...result, output: [1]},
      {...result, id: 'd', name: 'g', output: {b: 2}}
    ]
    const {conversations} = toSharegpt(
      fromMessages([{role: 'assistant', parts}])
    )
    expect(conversations).toEqual([
      {from: 'gpt', value: 'Wait.'},
      {
        from: 'function_call',
        value:
          '[{"name":"f","arguments":{"a":1}},{"name":"g","arguments":{"a":1}}]'
      },
      {from: 'observation', value: '[[1],{"b":2}]'}
    ])
  })
})

/** Rows, messages, and losses. */
const rows: Array<[string, unknown, Array<ChatMessage>, Array<string>]> = [
  [
    'each name of a role',
    {
      id: '1',
      system: 'Be brief.',
      conversations: [
        {from: 'Human', value: 'a', weight: 1},
        {from: 'bing', value: 'b', weight: 2, model: 'm'},
        {from: 'input', value: 'c'},
        {from: 'The bot', value: 'd'},
        {value: null},
        {role: 'user', content: 'e'},
        {from: 'gpt', text: 'f'}
      ]
    },
    [
      say('system', 'Be brief.'),
      {...say('user', 'a'), weight: 1},
      {...say('assistant', 'b'), extra: {model: 'm'}},
      say('user', 'c'),
      say('user', 'd'),
      say('user', 'e'),
      say('assistant', 'f')
    ],
    [
      'extra-dropped id',
      'weight-dropped conversations.1.weight',
      'role-changed conversations.3.from',
      'role-changed conversations.4.from'
    ]
  ],
  [
    'two answers',
    {
      conversations: [{from: 'human', value: 'a'}],
      chosen: {from: 'gpt', value: 'b'},
      rejected: {from: 'gpt', value: 'c'}
    },
    [say('user', 'a'), say('assistant', 'b')],
    ['branch-dropped rejected']
  ],
  [
    'turns alone, with calls',
    [
      {from: 'human', value: 'a'},
      {from: 'function_call', value: '{"name":"f","arguments":"{\\"a\\": 1}"}'},
      {from: 'observation', value: 'b'},
      {from: 'function_call', value: '[{"name":"f"},{"name":"g"}]'},
      {from: 'observation', value: '[1,"2"]'},
      {from: 'gpt', value: 'c'}
    ],
    [
      say('user', 'a'),
      {
        role: 'assistant',
        parts: [
          {
            type: 'tool-call',
            name: 'f',
            input: {a: 1},
            raw: '{"a": 1}'
          },
          {type: 'tool-result', name: 'f', output: 'b'},
          {type: 'tool-call', name: 'f', input: {}},
          {type: 'tool-call', name: 'g', input: {}},
          {type: 'tool-result', name: 'f', output: 1},
          {type: 'tool-result', name: 'g', output: '2'},
          {type: 'text', text: 'c'}
        ]
      }
    ],
    []
  ],
  [
    'calls that are none, and an observation of none',
    {
      items: [
        {from: 'function_call', value: 'f()'},
        {from: 'function_call', value: '[]'},
        {from: 'observation', value: 'a'},
        {from: 'function_call', value: '{"name":"f"}', weight: 0}
      ]
    },
    [
      say('assistant', 'f()'),
      {
        role: 'assistant',
        parts: [
          {type: 'text', text: '[]'},
          {type: 'tool-result', name: '', output: 'a'},
          {type: 'tool-call', name: 'f', input: {}}
        ]
      }
    ],
    [
      'tool-args-not-json items.0',
      'tool-args-not-json items.1',
      'step-metadata messages.3'
    ]
  ],
  [
    'as many images as places, and not',
    {
      conversation: [
        {from: 'human', value: '<image>a<image>'},
        {from: 'gpt', value: 'b'}
      ],
      images: ['a.png', {bytes: ''}]
    },
    [
      {
        role: 'user',
        parts: [
          {type: 'file', mediaType: 'image/png', url: 'a.png'},
          {
            type: 'text',
            text: 'a\n\n```json part\n{ "type": "other", "kind": "image", "value": { "bytes": "" } }\n```'
          }
        ]
      },
      say('assistant', 'b')
    ],
    ['unknown-part messages.0.parts.2']
  ],
  [
    'more images than places',
    {dialog: [{from: 'human', value: '<image>'}], images: ['a.png', 'b.png']},
    [say('user', '<image>')],
    ['file-unresolved images.0', 'file-unresolved images.1']
  ],
  [
    'parts',
    {
      messages: [
        {
          role: 'user',
          content: [
            {type: 'image_url', value: 'a.png'},
            {type: 'text', value: 'a'},
            {type: 'text', text: 'b'},
            {type: 'audio', value: 'c'},
            1
          ]
        }
      ]
    },
    [
      {
        role: 'user',
        parts: [
          {type: 'file', mediaType: 'image/png', url: 'a.png'},
          {
            type: 'text',
            text: 'a\n\nb\n\n```json part\n{ "type": "other", "kind": "audio", "value": { "type": "audio", "value": "c" } }\n```\n\n```json part\n{ "type": "other", "kind": "", "value": 1 }\n```'
          }
        ]
      }
    ],
    [
      'unknown-part messages.0.3',
      'unknown-part messages.0.4',
      'unknown-part messages.0.parts.3',
      'unknown-part messages.0.parts.4'
    ]
  ]
]

describe('fromSharegpt', () => {
  test.each(rows)('should read %s', (_name, row, messages, lost) => {
    expect(toMessages(fromSharegpt(row))).toEqual(messages)
    expect(listLosses(options => fromSharegpt(row, options))).toEqual(lost)
  })

  test('should take the other answer', () => {
    const row = {
      conversations: [],
      chosen: {from: 'gpt', value: 'a'},
      rejected: {from: 'gpt', value: 'b'}
    }
    const options = {prefer: 'rejected'} as const
    expect(fromSharegpt(row, options).children[0]?.value).toBe('b')
    expect(
      listLosses(({onLoss}) => fromSharegpt(row, {...options, onLoss}))
    ).toEqual(['branch-dropped chosen'])
  })

  test('should read an observation that comes first', () => {
    const turns = [{from: 'observation', value: '[1]'}]
    expect(toMessages(fromSharegpt(turns))[0]?.parts).toEqual([
      {type: 'tool-result', name: '', output: '[1]'}
    ])
  })

  test('should read tools', () => {
    const row = {conversations: [], tools: '[{"name":"f"}]'}
    expect(fromSharegpt(row).config).toEqual({tools: [{name: 'f'}]})
  })

  test('should say where a value has another shape', () => {
    expect(() => fromSharegpt({conversations: [{from: 1}]})).toThrow(
      new TypeError(
        'Expected a string at `conversations[0].from` of a row of ShareGPT'
      )
    )
    expect(() => fromSharegpt({a: 1})).toThrow(
      new TypeError('Missing `conversations` of a row of ShareGPT')
    )
  })
})

describe('sharegpt', () => {
  test('should know rows by their turns', () => {
    const turns = [{from: 'human', value: 'a'}]
    const values = [turns, [turns], {conversations: turns}]
    expect(values.every(value => sharegpt.detect?.(value))).toBe(true)
    const others = [1, [], {conversations: []}, [{messages: turns}], [[1]]]
    expect(others.some(value => sharegpt.detect?.(value))).toBe(false)
  })

  test('should read rows', () => {
    const row = {conversations: [{from: 'human', value: 'a'}]}
    expect(sharegpt.from?.([row, row])).toHaveLength(2)
    expect(sharegpt.from?.(row.conversations)).toHaveLength(1)
    expect(sharegpt.to?.(parse('a'))).toEqual(row)
  })

  test.skipIf(!hasShared)(`should read demo data${reason}`, () => {
    const folder = 'conversions/samples/llama-factory'
    const rows: Array<{messages: Array<unknown>; images: Array<unknown>}> =
      JSON.parse(readShared(`${folder}/mllm_demo.json`))
    for (const row of rows) {
      const chat = fromSharegpt(row)
      expect(chat.children).toHaveLength(row.messages.length)
      const {images, conversations} = toSharegpt(chat)
      expect(images).toEqual(row.images)
      expect(conversations.map(({value}) => value)).toEqual(
        row.messages.map(message => (message as {content: string}).content)
      )
    }
    const lines = readShared(`${folder}/v1_multimodal_demo.jsonl`).trim()
    for (const line of lines.split('\n')) {
      const row = JSON.parse(line)
      expect(fromSharegpt(row).children).toHaveLength(row.messages.length)
      expect(listLosses(options => fromSharegpt(row, options))).toEqual([])
    }
  })
})
