import {parse} from 'chatmd'
import {
  type ChatMessage,
  checkFinetune,
  finetune,
  fromFinetune,
  fromHuggingface,
  fromMessages,
  huggingface,
  type Part,
  toFinetune,
  toHuggingface,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listLosses} from '../util/list-losses.ts'

const round: Array<ChatMessage> = [
  {role: 'system', parts: [{type: 'text', text: 'Be brief.'}]},
  {
    role: 'user',
    parts: [
      {type: 'text', text: 'How warm is it here?'},
      {type: 'file', mediaType: 'image/png', url: 'https://x.org/a.png'}
    ]
  },
  {
    role: 'assistant',
    weight: 0,
    parts: [
      {type: 'reasoning', text: 'Look.'},
      {type: 'text', text: 'Wait.'},
      {
        type: 'tool-call',
        name: 'get_weather',
        id: 'call_1',
        input: {city: 'Paris'},
        raw: '{"city":  "Paris"}'
      },
      {type: 'tool-result', name: 'get_weather', id: 'call_1', output: {t: 18}},
      {type: 'text', text: '18 °C.'}
    ]
  }
]

const tools = [{type: 'function', function: {name: 'get_weather'}}]

describe('toHuggingface', () => {
  test('should write arguments as an object, thoughts, and images', () => {
    const chat = fromMessages(round, {config: {tools, own: 1}})
    expect(toHuggingface(chat)).toEqual({
      messages: [
        {role: 'system', content: 'Be brief.'},
        {
          role: 'user',
          content: [
            {type: 'text', text: 'How warm is it here?'},
            {type: 'image', url: 'https://x.org/a.png'}
          ]
        },
        {
          role: 'assistant',
          content: 'Wait.',
          reasoning_content: 'Look.',
          tool_calls: [
            {
              id: 'call_1',
              type: 'function',
              function: {name: 'get_weather', arguments: {city: 'Paris'}}
            }
          ]
        },
        {
          role: 'tool',
          name: 'get_weather',
          tool_call_id: 'call_1',
          content: '{"t":18}'
        },
        {role: 'assistant', content: '18 °C.'}
      ],
      tools
    })
    expect(listLosses(options => toHuggingface(chat, options))).toEqual([
      'weight-dropped messages.2.weight'
    ])
  })

  test('should write thoughts as gpt-oss reads them', () => {
    const [, , message] = toHuggingface(fromMessages(round), {
      reasoning: 'thinking'
    }).messages
    expect(message).toMatchObject({thinking: 'Look.'})
  })

  test('should leave thoughts out', () => {
    const chat = fromMessages(round.slice(2))
    const {messages} = toHuggingface(chat, {reasoning: 'drop'})
    expect(messages[0]).not.toHaveProperty('reasoning_content')
    expect(
      listLosses(options =>
        toHuggingface(chat, {...options, reasoning: 'drop'})
      )
    ).toEqual([
      'weight-dropped messages.0.weight',
      'reasoning-dropped messages.0.parts.0'
    ])
  })

  test('should leave tools of another kind alone', () => {
    const chat = fromMessages([], {config: {tools: ['hammer']}})
    expect(toHuggingface(chat)).toEqual({messages: []})
  })
})

/** Parts of an assistant, and losses. */
const losses: Array<[string, Array<Part>, Array<string>]> = [
  [
    'the order of parts',
    [
      {type: 'text', text: 'a'},
      {type: 'reasoning', text: 'b'}
    ],
    ['parts-joined messages.0.parts']
  ],
  [
    'the border between thoughts',
    [
      {type: 'reasoning', text: 'a'},
      {type: 'reasoning', text: 'b', meta: {signature: 's'}}
    ],
    [
      'parts-joined messages.0.parts',
      'extra-dropped messages.0.parts.1.meta.signature'
    ]
  ],
  [
    'arguments that are no JSON, and a failure',
    [
      {
        type: 'tool-call',
        name: 'f',
        id: 'c',
        input: '{',
        raw: '{',
        meta: {a: 1}
      },
      {type: 'tool-result', name: 'f', id: 'c', output: 'No', error: true}
    ],
    [
      'tool-args-not-json messages.0.parts.0.input',
      'extra-dropped messages.0.parts.0.meta.a',
      'extra-dropped messages.0.parts.1.error'
    ]
  ],
  [
    'files that an answer cannot have, and what is no part',
    [
      {type: 'file', mediaType: 'image/png', url: 'https://x.org/a.png'},
      {type: 'file', mediaType: 'a/b', data: 'AAAA'},
      {type: 'file', name: 'a'},
      {type: 'file', text: 'Hi'},
      {type: 'other', kind: 'x', value: 1}
    ],
    [
      'url-unsupported messages.0.parts.0',
      'file-type-unsupported messages.0.parts.1',
      'file-unresolved messages.0.parts.2',
      'file-type-unsupported messages.0.parts.3',
      'unknown-part messages.0.parts.4'
    ]
  ]
]

describe('losses', () => {
  test.each(losses)('should report %s', (_name, parts, lost) => {
    const chat = fromMessages([{role: 'assistant', parts}])
    expect(listLosses(options => toHuggingface(chat, options))).toEqual(lost)
  })
})

describe('toFinetune', () => {
  test('should write arguments as text, and weights, for OpenAI', () => {
    const chat = fromMessages(round)
    const {messages} = toFinetune(chat)
    expect(messages[1]?.content).toEqual([
      {type: 'text', text: 'How warm is it here?'},
      {type: 'image_url', image_url: {url: 'https://x.org/a.png'}}
    ])
    expect(messages.slice(2)).toEqual([
      {
        role: 'assistant',
        content: 'Wait.',
        weight: 0,
        tool_calls: [
          {
            id: 'call_1',
            type: 'function',
            function: {name: 'get_weather', arguments: '{"city":  "Paris"}'}
          }
        ]
      },
      {role: 'tool', tool_call_id: 'call_1', content: '{"t":18}'},
      {role: 'assistant', content: '18 °C.', weight: 0}
    ])
    expect(listLosses(options => toFinetune(chat, options))).toEqual([
      'reasoning-dropped messages.2.parts.0'
    ])
  })

  test('should write one text a message, in turns, for Together', () => {
    const chat = fromMessages([
      {role: 'user', parts: [{type: 'text', text: 'a'}]},
      {role: 'critic', parts: [{type: 'text', text: 'b'}]},
      {role: 'assistant', weight: 1, parts: [{type: 'text', text: 'c'}]},
      {role: 'assistant', weight: 0, parts: round[2]?.parts.slice(2, 4) ?? []},
      {role: 'developer', parts: [{type: 'text', text: 'd'}]},
      {role: 'system', parts: [{type: 'text', text: 'e'}]}
    ])
    const target = 'together'
    expect(toFinetune(chat, {target})).toEqual({
      messages: [
        {role: 'user', content: 'a\n\nb'},
        {
          role: 'assistant',
          weight: 0,
          content:
            'c\n\n```text tool-call get_weather call_1\n{"city":  "Paris"}\n```\n\n```json tool-result get_weather call_1\n{ "t": 18 }\n```'
        },
        {role: 'system', content: 'd\n\ne'}
      ]
    })
    expect(
      listLosses(options => toFinetune(chat, {...options, target}))
    ).toEqual([
      'role-changed messages.1.role',
      'unknown-part messages.3.parts.0',
      'unknown-part messages.3.parts.1',
      'role-changed messages.4.role',
      'parts-joined messages.1',
      'parts-joined messages.3',
      'weight-dropped messages.3.weight',
      'system-merged messages.5'
    ])
  })

  test('should keep the weight that two messages agree on', () => {
    const chat = fromMessages([
      {role: 'assistant', weight: 1, parts: [{type: 'text', text: 'a'}]},
      {role: 'assistant', weight: 1, parts: [{type: 'text', text: 'b'}]},
      {role: 'assistant', parts: [{type: 'text', text: 'c'}]}
    ])
    expect(toFinetune(chat, {target: 'together'}).messages).toEqual([
      {role: 'assistant', weight: 1, content: 'a\n\nb\n\nc'}
    ])
  })

  test('should make ids that Mistral takes', () => {
    const chat = fromMessages(round)
    const {messages} = toFinetune(chat, {target: 'mistral'})
    expect(messages[2]?.tool_calls?.[0]?.id).toBe('call00001')
    expect(messages[3]).toEqual({
      role: 'tool',
      name: 'get_weather',
      tool_call_id: 'call00001',
      content: '{"t":18}'
    })
    expect(
      listLosses(options => toFinetune(chat, {...options, target: 'mistral'}))
    ).toEqual([
      'tool-id-made messages.2.parts.2',
      'reasoning-dropped messages.2.parts.0'
    ])
  })

  test('should write for TRL as for chat templates', () => {
    const chat = fromMessages(round)
    expect(toFinetune(chat, {target: 'trl'})).toEqual(toHuggingface(chat))
  })

  test('should report what an upload refuses', () => {
    const chat = parse('Hi')
    expect(listLosses(options => toFinetune(chat, options))).toEqual([
      'not-trainable messages'
    ])
  })

  test('should refuse a target that is none', () => {
    const target = 'cohere' as 'openai'
    expect(() => toFinetune(parse('Hi'), {target})).toThrow(
      new TypeError(
        'Unexpected `target` `cohere`, expected `openai`, `together`, `mistral`, `trl`'
      )
    )
  })
})

const user = {role: 'user', content: 'a'}
const answer = {role: 'assistant', content: 'b'}

/** Rows, roles with contents, and losses. */
const rows: Array<[string, unknown, Array<[string, string]>, Array<string>]> = [
  [
    'messages alone',
    [user, answer],
    [
      ['user', 'a'],
      ['assistant', 'b']
    ],
    []
  ],
  [
    'a prompt and a completion as text',
    {prompt: 'a', completion: 'b', label: true},
    [
      ['user', 'a'],
      ['assistant', 'b']
    ],
    ['extra-dropped label']
  ],
  [
    'a prompt and two answers',
    {prompt: [user], chosen: [answer], rejected: 'c'},
    [
      ['user', 'a'],
      ['assistant', 'b']
    ],
    ['branch-dropped rejected']
  ],
  [
    'a preference of OpenAI',
    {
      input: {messages: [user], tools: []},
      preferred_output: [answer],
      non_preferred_output: [user]
    },
    [
      ['user', 'a'],
      ['assistant', 'b']
    ],
    ['branch-dropped non_preferred_output']
  ],
  [
    'a preference in older words',
    {
      input: {messages: [user]},
      preferred_completion: [answer],
      non_preferred_completion: [user]
    },
    [
      ['user', 'a'],
      ['assistant', 'b']
    ],
    ['branch-dropped non_preferred_completion']
  ]
]

describe('fromHuggingface', () => {
  test.each(rows)('should read %s', (_name, row, turns, lost) => {
    const {children} = fromHuggingface(row)
    expect(children.map(({role, value}) => [role, value])).toEqual(turns)
    expect(fromFinetune(row)).toEqual(fromHuggingface(row))
    expect(listLosses(options => fromHuggingface(row, options))).toEqual(lost)
  })

  test('should take the other answer', () => {
    const row = {prompt: 'a', chosen: 'b', rejected: 'c'}
    const options = {prefer: 'rejected'} as const
    expect(fromHuggingface(row, options).children[1]?.value).toBe('c')
    expect(
      listLosses(({onLoss}) => fromHuggingface(row, {...options, onLoss}))
    ).toEqual(['branch-dropped chosen'])
  })

  test('should read tools as a list and as text', () => {
    const rows = [
      {messages: [user], tools},
      {messages: [user], tools: JSON.stringify(tools)},
      {messages: [user], tools: '{'},
      {messages: [user], tools: []}
    ]
    expect(rows.map(row => fromHuggingface(row).config)).toEqual([
      {tools},
      {tools},
      {},
      {}
    ])
  })

  test('should read contents in each form', () => {
    const row = {
      messages: [
        {
          role: 'User',
          content: [
            {type: 'text', text: 'a'},
            {type: 'image'},
            {type: 'image', url: 'a.png'},
            {type: 'image', image: {bytes: ''}},
            {type: 'image_url', image_url: 'b.png'},
            {type: 'image_url', image_url: {url: 'data:image/png;base64,AAAA'}},
            {type: 'image'},
            {type: 'audio', x: 1}
          ],
          name: 'Ann',
          weight: null,
          lang: 'en'
        },
        {role: 'a b', content: 'c', weight: 0.5},
        {
          role: 'assistant',
          content: null,
          thinking: 'd',
          refusal: 'e',
          training: false,
          function_call: {name: 'f', arguments: '{"a":1}'}
        },
        {role: 'function', name: 'f', content: '1'},
        {
          role: 'assistant',
          content: '',
          weight: 1,
          tool_calls: [
            {id: 'c', type: 'function', function: {name: 'f', arguments: {}}},
            {id: 'd', name: 'g'}
          ]
        },
        {
          role: 'tool',
          tool_call_id: 'c',
          content: [
            {type: 'text', text: 'a'},
            {type: 'text', text: 'b'}
          ]
        },
        {role: 'tool', tool_call_id: 'd', content: [{type: 'image', url: 'a'}]},
        {role: 'tool', tool_call_id: 'd'}
      ],
      images: ['data:image/png;base64,BBBB']
    }
    const image = {type: 'file', mediaType: 'image/png'}
    expect(toMessages(fromHuggingface(row))).toEqual([
      {
        role: 'user',
        name: 'Ann',
        extra: {lang: 'en'},
        parts: [
          {type: 'text', text: 'a'},
          {type: 'file', mediaType: 'image/png', data: 'BBBB'},
          {...image, url: 'a.png'},
          {
            type: 'text',
            text: '```json part\n{ "type": "other", "kind": "image", "value": { "bytes": "" } }\n```'
          },
          {...image, url: 'b.png'},
          {type: 'file', mediaType: 'image/png', data: 'AAAA'},
          {
            type: 'text',
            text: '```json part\n{ "type": "other", "kind": "image", "value": null }\n```\n\n```json part\n{ "type": "other", "kind": "audio", "value": { "type": "audio", "x": 1 } }\n```'
          }
        ]
      },
      {role: 'user', parts: [{type: 'text', text: 'c'}]},
      {
        role: 'assistant',
        weight: 0,
        parts: [
          {type: 'reasoning', text: 'd'},
          {type: 'refusal', text: 'e'},
          {type: 'tool-call', name: 'f', input: {a: 1}},
          {type: 'tool-result', name: 'f', output: '1'},
          {type: 'tool-call', name: 'f', id: 'c', input: {}},
          {type: 'tool-call', name: 'g', id: 'd', input: {}},
          {type: 'tool-result', name: 'f', id: 'c', output: 'a\n\nb'},
          {
            type: 'tool-result',
            name: 'g',
            id: 'd',
            output: [{type: 'file', mediaType: 'image/*', url: 'a'}]
          },
          {type: 'tool-result', name: 'g', id: 'd', output: ''}
        ]
      }
    ])
    expect(listLosses(options => fromHuggingface(row, options))).toEqual([
      'role-changed messages.1.role',
      'weight-dropped messages.1.weight',
      'step-metadata messages.4',
      'unknown-part messages.0.parts.3',
      'unknown-part messages.0.parts.6',
      'unknown-part messages.0.parts.7'
    ])
  })

  test('should say where a value has another shape', () => {
    expect(() => fromHuggingface({messages: [{content: 'a'}]})).toThrow(
      new TypeError(
        'Expected a string at `messages[0].role` of a row of messages'
      )
    )
    expect(() => fromHuggingface({text: 'a'})).toThrow(
      new TypeError('Missing `messages` or `prompt` of a row of messages')
    )
  })
})

/** Lines, who trains, and mistakes. */
const checks: Array<
  [string, unknown, 'mistral' | 'openai' | 'together' | 'trl', Array<string>]
> = [
  ['no object', 1, 'trl', ['1  Expected an object']],
  ['no messages', {}, 'openai', ['1  Missing `messages`']],
  [
    'two turns of one role',
    {messages: [user, user, answer]},
    'together',
    ['1 messages.1.role Unexpected second message of `user` in a row']
  ],
  [
    'a role that is not known',
    {messages: [{role: 'critic', content: 'a'}, answer]},
    'openai',
    [
      '1 messages.0.role Unexpected role `critic`, expected `assistant`, `system`, `tool`, `user`'
    ]
  ],
  ['bare text', {text: 'a'}, 'trl', []],
  ['bare text for OpenAI', {text: 'a'}, 'openai', ['1  Missing `messages`']],
  ['a pair', {prompt: 'a', completion: 'b'}, 'together', []],
  [
    'a pair of others',
    {prompt: [], completion: 'b', x: 1},
    'together',
    ['1 prompt Expected a string', '1 x Unexpected key `x`']
  ],
  [
    'messages that are none',
    {messages: [1]},
    'trl',
    [
      '1 messages.0 Expected an object',
      '1 messages.0.role Unexpected role `undefined`, expected a role',
      '1 messages.0.content Expected a string',
      '1 messages Missing a message of `assistant`: there is nothing to train on'
    ]
  ],
  [
    'no list',
    {messages: {}},
    'trl',
    ['1 messages Expected a list of messages']
  ],
  [
    'an answer that is not the last',
    {messages: [user, answer, user]},
    'mistral',
    ['1 messages Expected the last message to be of `assistant`']
  ],
  [
    'a key and a weight',
    {messages: [user, {...answer, weight: 2, x: 1}]},
    'openai',
    [
      '1 messages.1.weight Expected 0 or 1',
      '1 messages.1.x Unexpected key `x` of a message'
    ]
  ],
  ['a weight', {messages: [user, {...answer, weight: 2}]}, 'trl', []],
  [
    'calls and results',
    {
      messages: [
        user,
        {role: 'assistant', tool_calls: [{id: 'c'}, 1]},
        {role: 'tool', content: 'a', tool_call_id: 'd'},
        {...answer, function_call: {}}
      ]
    },
    'mistral',
    [
      '1 messages.1.tool_calls.0.id Expected 9 letters or digits',
      '1 messages.1.tool_calls.1.id Expected 9 letters or digits',
      '1 messages.2.tool_call_id Unexpected result of `d`, which no call before it has',
      '1 messages.1.tool_calls.0 Missing the result of the call `c`',
      '1 messages.1.tool_calls.1 Missing the result of the call `undefined`'
    ]
  ],
  [
    'a call without an id',
    {messages: [user, {...answer, tool_calls: [{}]}]},
    'trl',
    [
      '1 messages.1.tool_calls.0.id Expected a string',
      '1 messages.1.tool_calls.0 Missing the result of the call `undefined`'
    ]
  ],
  [
    'a preference',
    {
      input: {messages: [user, answer]},
      preferred_output: [user],
      non_preferred_output: 1
    },
    'openai',
    [
      '1 input.messages Unexpected last message of `assistant`, expected a question',
      '1 preferred_output Expected one message of `assistant`',
      '1 non_preferred_output Expected a list of messages'
    ]
  ],
  [
    'a preference without messages',
    {input: 1, preferred_output: [answer], non_preferred_output: [answer]},
    'together',
    ['1 input.messages Expected a list of messages']
  ]
]

describe('checkFinetune', () => {
  test.each(checks)('should find %s', (_name, line, target, found) => {
    const problems = checkFinetune([line], {target}).filter(
      ({line}) => line !== undefined
    )
    expect(
      problems.map(
        ({line, path, reason}) => `${line} ${path.join('.')} ${reason}`
      )
    ).toEqual(found)
  })

  test('should want enough lines, of one kind', () => {
    const example = {messages: [user, answer]}
    expect(checkFinetune([example])).toEqual([
      {path: [], reason: 'Expected at least 10 lines, not 1'}
    ])
    const pair = {prompt: 'a', completion: 'b'}
    expect(checkFinetune([example, pair, 1], {target: 'trl'})).toEqual([
      {
        line: 2,
        path: [],
        reason:
          'Unexpected line with `prompt`, expected `messages` as in the first'
      },
      {line: 3, path: [], reason: 'Expected an object'},
      {
        line: 3,
        path: [],
        reason:
          'Unexpected line with `nothing`, expected `messages` as in the first'
      }
    ])
    expect(checkFinetune([{}], {target: 'trl'})).toHaveLength(1)
  })
})

describe('formats', () => {
  test('should know rows by their keys', () => {
    const pair = {prompt: 'a', completion: 'b'}
    const preference = {chosen: [], rejected: []}
    const openai = {input: {}, preferred_output: []}
    const rows = [{messages: [], tools: []}]
    const values = [[pair], preference, rows]
    expect(values.every(value => huggingface.detect?.(value))).toBe(true)
    const others = [
      1,
      {messages: []},
      [{messages: [], images: ['a.png']}],
      [{messages: [], model: 'm'}],
      {...preference, conversations: []}
    ]
    expect(others.some(value => huggingface.detect?.(value))).toBe(false)
    expect(finetune.detect?.([openai])).toBe(true)
    expect(finetune.detect?.({input: {}, preferred_completion: []})).toBe(true)
    expect(finetune.detect?.([{input: {}}, 1])).toBe(false)
  })

  test('should read a row, or a list of rows', () => {
    const row = {prompt: 'a', completion: 'b'}
    for (const format of [finetune, huggingface]) {
      expect(format.from?.([row, row])).toEqual([
        fromHuggingface(row),
        fromHuggingface(row)
      ])
      expect(format.from?.(row)).toHaveLength(1)
      expect(format.to?.(parse('Hi'))).toEqual({
        messages: [{role: 'user', content: 'Hi'}]
      })
    }
  })
})
