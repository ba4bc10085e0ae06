import type {Chat} from 'chatmd'
import {parse, stringify} from 'chatmd'
import {anthropic, fromAnthropic, toAnthropic} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readAnthropic} from '../../src/convert/anthropic/read.ts'
import {writeAnthropic} from '../../src/convert/anthropic/write.ts'
import type {ChatMessage, Part} from '../../src/convert/message.ts'
import {chat as anyChat} from '../util/arbitrary.ts'
import {anyMessages, plainMessages} from '../util/conversation.ts'
import {collectLosses, refuseLoss} from '../util/losses.ts'

const note = `---
model: anthropic@claude-sonnet-5-5
max_tokens: 512
stop: END
user: u1
system_commands: [Be brief., Be kind.]
---
How is it in Paris?

<hr class="__chatgpt_plugin">

role::assistant

> [!reasoning]- <!-- { "signature": "EqQB" } -->
> I should look.

Let me look.

\`\`\`json tool-call get_weather toolu_1
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-error get_weather toolu_1
No such city
\`\`\`

<hr class="__chatgpt_plugin">

role::user

Try Lyon.
`

const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 512,
  stop_sequences: ['END'],
  metadata: {user_id: 'u1'},
  system: [
    {type: 'text', text: 'Be brief.'},
    {type: 'text', text: 'Be kind.'}
  ],
  messages: [
    {role: 'user', content: 'How is it in Paris?'},
    {
      role: 'assistant',
      content: [
        {type: 'thinking', thinking: 'I should look.', signature: 'EqQB'},
        {type: 'text', text: 'Let me look.'},
        {
          type: 'tool_use',
          id: 'toolu_1',
          name: 'get_weather',
          input: {city: 'Paris'}
        }
      ]
    },
    {
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'toolu_1',
          content: 'No such city',
          is_error: true
        }
      ]
    },
    {role: 'user', content: 'Try Lyon.'}
  ]
}

/** Write messages, and list losses as `code path`. */
function write(
  messages: Array<ChatMessage>,
  options: Parameters<typeof writeAnthropic>[1] = {},
  config: Chat['config'] = {model: 'm', max_tokens: 1}
) {
  const {losses, onLoss} = collectLosses()
  const {messages: written, ...params} = writeAnthropic(
    {config, messages},
    {...options, onLoss}
  )
  return {messages: written, params, losses}
}

/** Read a request, and list losses as `code path`. */
function read(value: unknown) {
  const {losses, onLoss} = collectLosses()
  return {...readAnthropic(value, {onLoss}), losses}
}

const said = (role: string, ...parts: Array<Part | string>): ChatMessage => ({
  role,
  parts: parts.map(part =>
    typeof part === 'string' ? {type: 'text', text: part} : part
  )
})

test('should write a note as a request', () => {
  expect(toAnthropic(parse(note), {onLoss: refuseLoss})).toEqual(request)
  expect(anthropic.to?.(parse(note))).toEqual(request)
})

test('should read a request as the note that it was', () => {
  const [chat] = anthropic.from?.(request) ?? []
  expect(chat).toEqual(fromAnthropic(request, {onLoss: refuseLoss}))
  expect(chat && parse(stringify(chat))).toMatchObject({
    config: {
      model: 'claude-sonnet-5-5',
      max_tokens: 512,
      stop: ['END'],
      user: 'u1',
      system_commands: ['Be brief.', 'Be kind.']
    },
    children: parse(note).children.map(({role, value}) => ({role, value}))
  })
  expect(chat && toAnthropic(chat)).toEqual(request)
})

test('should keep keys that no chat has for itself', () => {
  const value = {
    model: 'm',
    max_tokens: 1,
    messages: [{role: 'user', content: 'a'}],
    tools: [{name: 'f', input_schema: {type: 'object'}}],
    thinking: {type: 'adaptive'}
  }
  expect(toAnthropic(fromAnthropic(value))).toEqual(value)
})

describe('versions', () => {
  const config = {
    ...{model: 'm', max_tokens: 1, temperature: 0, top_p: 1},
    ...{presence_penalty: 0, n: 1, stream: true, frequency_penalty: 1}
  }

  test('should take no temperature by default', () => {
    const {params, losses} = write([], {}, config)
    expect(params).toEqual({model: 'm', max_tokens: 1, stream: true})
    expect(losses).toEqual([
      'param-unsupported config.temperature',
      'param-unsupported config.top_p',
      'param-unsupported config.frequency_penalty'
    ])
  })

  test('should take a temperature up to 1 before', () => {
    const options = {apiVersion: '2023-06-01'} as const
    const {params, losses} = write([], options, config)
    expect(params).toEqual({
      ...{model: 'm', max_tokens: 1, stream: true},
      ...{temperature: 0, top_p: 1}
    })
    expect(losses).toEqual(['param-unsupported config.frequency_penalty'])
    const hot = write([], options, {...config, temperature: 1.5})
    expect(hot.params).not.toHaveProperty('temperature')
    expect(hot.losses).toContain('param-unsupported config.temperature')
    const {temperature: _, ...none} = config
    expect(write([], options, none).params).not.toHaveProperty('temperature')
  })

  test('should refuse one that is none', () => {
    expect(() =>
      // @ts-expect-error: no such version.
      toAnthropic(parse(''), {apiVersion: '2024'})
    ).toThrow(
      new TypeError(
        'Unexpected `options.apiVersion` `2024`, expected `2026-10-21` or `2023-06-01`'
      )
    )
  })

  test('should say how many tokens an answer may have', () => {
    expect(write([], {}, {}).params.max_tokens).toBe(4096)
    expect(write([], {maxTokens: 9}, {}).params.max_tokens).toBe(9)
  })

  const late = [
    said('developer', 'a'),
    said('user', 'b'),
    said('developer', 'c'),
    said('user', 'd')
  ]

  test('should leave instructions where they are', () => {
    const {messages, params, losses} = write(late)
    expect(params.system).toBe('a')
    expect(messages).toEqual([
      {role: 'user', content: 'b'},
      {role: 'system', content: 'c'},
      {role: 'user', content: 'd'}
    ])
    expect(losses).toEqual([
      'role-changed messages.0.role',
      'role-changed messages.2.role',
      'model-dependent messages.2'
    ])
  })

  test('should move instructions before all', () => {
    const {messages, params, losses} = write(late, {apiVersion: '2023-06-01'})
    expect(params.system).toEqual([
      {type: 'text', text: 'a'},
      {type: 'text', text: 'c'}
    ])
    expect(messages).toEqual([
      {role: 'user', content: 'b'},
      {role: 'user', content: 'd'}
    ])
    expect(losses).toEqual([
      'role-changed messages.0.role',
      'role-changed messages.2.role',
      'system-moved messages.2'
    ])
  })
})

describe('first and last message', () => {
  test('should report an answer that comes first', () => {
    const {losses} = write([said('assistant', 'a'), said('user', 'b')])
    expect(losses).toEqual(['model-dependent messages'])
  })

  test('should report an answer that comes last, and trim its end', () => {
    const last = write([said('user', 'a'), said('assistant', 'b \n')])
    expect(last.messages[1]).toEqual({role: 'assistant', content: 'b'})
    const losses = ['model-dependent messages', 'text-trimmed messages']
    expect(last.losses).toEqual(losses)
    const blocks = write([said('user', 'a'), said('assistant', 'b', 'c ')])
    expect(blocks.messages[1]?.content).toEqual([
      {type: 'text', text: 'b'},
      {type: 'text', text: 'c'}
    ])
    expect(blocks.losses).toEqual(losses)
    const thought = said('assistant', {
      ...{type: 'reasoning', text: ' ', meta: {signature: 'x'}}
    } as const)
    expect(write([said('user', 'a'), thought]).losses).toEqual([losses[0]])
  })

  test('should let a call wait for its result', () => {
    const call = {type: 'tool-call', name: 'f', id: 'c', input: {}} as const
    const waiting = write([said('user', 'a'), said('assistant', call)])
    expect(waiting.messages[1]?.content).toEqual([
      {type: 'tool_use', id: 'c', name: 'f', input: {}}
    ])
    expect(waiting.losses).toEqual(['tool-unanswered messages.1.parts.0'])
  })
})

const file = (rest: object): Part => ({type: 'file', ...rest})
const source = (type: string, rest: object) => ({
  type: 'image',
  source: {type, ...rest}
})

/** Parts of a question, the content they are, and losses. */
const questions: Array<[string, Array<Part>, unknown, Array<string>?]> = [
  [
    'images',
    [
      file({mediaType: 'image/png', data: 'AA=='}),
      file({mediaType: 'image/*', ref: 'file_1'}),
      file({url: 'https://a.b/c.png'})
    ],
    [
      source('base64', {media_type: 'image/png', data: 'AA=='}),
      source('file', {file_id: 'file_1'}),
      source('url', {url: 'https://a.b/c.png'})
    ]
  ],
  [
    'documents',
    [
      file({mediaType: 'application/pdf', data: 'AA==', name: 'a'}),
      file({mediaType: 'application/pdf', url: 'https://a.b/c'}),
      file({name: 'b', text: 'c'}),
      file({ref: 'file_1'})
    ],
    [
      {
        type: 'document',
        source: {type: 'base64', media_type: 'application/pdf', data: 'AA=='},
        title: 'a'
      },
      {type: 'document', source: {type: 'url', url: 'https://a.b/c'}},
      {
        type: 'document',
        source: {type: 'text', media_type: 'text/plain', data: 'c'},
        title: 'b'
      },
      {type: 'document', source: {type: 'file', file_id: 'file_1'}}
    ]
  ],
  [
    'no other files',
    [
      file({mediaType: 'image/bmp', data: 'AA=='}),
      file({mediaType: 'text/csv', data: 'AA=='}),
      file({mediaType: 'audio/mpeg', url: 'https://a.b/c.mp3'}),
      file({mediaType: 'image/png', url: 'c.png'})
    ],
    '![](https://a.b/c.mp3)\n\n![](c.png)',
    [
      'file-type-unsupported messages.0.parts.0',
      'file-type-unsupported messages.0.parts.1',
      'url-unsupported messages.0.parts.2',
      'file-unresolved messages.0.parts.3'
    ]
  ],
  [
    'what is its own',
    [
      {type: 'other', kind: 'anthropic:x', value: {type: 'x'}},
      {type: 'refusal', text: 'No'}
    ],
    [{type: 'x'}, {type: 'text', text: 'No'}],
    ['unknown-part messages.0.parts.1']
  ],
  [
    'no white space',
    [
      {type: 'text', text: ''},
      {type: 'text', text: ' \n'},
      {type: 'text', text: 'a'}
    ],
    'a',
    ['text-trimmed messages.0']
  ]
]

/** Parts of an answer, the content they are, and losses. */
const answers: typeof questions = [
  [
    'thoughts',
    [
      {type: 'reasoning', text: '', meta: {redacted: 'x'}},
      {type: 'reasoning', text: 'a', meta: {id: 'x'}},
      {type: 'reasoning', text: 'b'},
      {type: 'text', text: 'c'}
    ],
    [
      {type: 'redacted_thinking', data: 'x'},
      {type: 'text', text: 'c'}
    ],
    [
      'reasoning-unsigned messages.0.parts.1',
      'reasoning-unsigned messages.0.parts.2'
    ]
  ],
  [
    'what is its own',
    [
      {type: 'other', kind: 'anthropic:x', value: {type: 'x'}},
      {type: 'other', kind: 'openai:x', value: {type: 'x'}},
      file({mediaType: 'image/png', url: 'https://a.b/c.png'})
    ],
    [
      {type: 'x'},
      {
        type: 'text',
        text: '```json part\n{ "type": "other", "kind": "openai:x", "value": { "type": "x" } }\n```\n\n![](https://a.b/c.png)'
      }
    ],
    ['unknown-part messages.0.parts.1', 'url-unsupported messages.0.parts.2']
  ],
  [
    'calls',
    [
      {type: 'tool-call', name: 'f', id: 'a b', input: undefined},
      {type: 'tool-call', name: 'g', id: 'c', input: [1]},
      {type: 'tool-result', name: 'f', id: 'a b', output: ''},
      {type: 'tool-result', name: 'g', id: 'c', output: {a: 1}}
    ],
    [
      {type: 'tool_use', id: 'call_1', name: 'f', input: {}},
      {type: 'tool_use', id: 'c', name: 'g', input: {value: [1]}}
    ],
    [
      'tool-id-made messages.0.parts.0',
      'tool-args-not-json messages.0.parts.1.input'
    ]
  ]
]

describe('parts', () => {
  for (const [name, parts, content, losses = []] of questions) {
    test(`should write ${name} in a question`, () => {
      const result = write([{role: 'user', parts}])
      expect(result.messages).toEqual([{role: 'user', content}])
      expect(result.losses).toEqual(losses)
    })
  }

  for (const [name, parts, content, losses = []] of answers) {
    test(`should write ${name} in an answer`, () => {
      const result = write([{role: 'assistant', parts}, said('user', 'x')])
      expect(result.messages[0]).toEqual({role: 'assistant', content})
      expect(result.losses).toEqual([...losses, 'model-dependent messages'])
    })
  }

  test('should write results of each kind', () => {
    const outputs = [
      '',
      'a',
      {a: 1},
      [],
      [1],
      [
        {type: 'text', text: 'a'},
        source('url', {url: 'x'}),
        {...source('url', {url: 'x'}), type: 'document'}
      ],
      [{type: 'image'}]
    ]
    const calls = outputs.map(
      (_, index): Part => ({
        ...{type: 'tool-call', name: 'f', id: `c${index}`, input: {}}
      })
    )
    const results = outputs.map(
      (output, index): Part => ({
        ...{type: 'tool-result', name: 'f', id: `c${index}`, output}
      })
    )
    const {messages} = write([
      said('user', 'a'),
      {role: 'assistant', parts: [...calls, ...results]}
    ])
    const contents = [
      undefined,
      'a',
      '{"a":1}',
      '[]',
      '[1]',
      outputs[5],
      '[{"type":"image"}]'
    ]
    expect(messages[2]?.content).toEqual(
      contents.map((content, index) => ({
        type: 'tool_result',
        tool_use_id: `c${index}`,
        ...(content !== undefined && {content})
      }))
    )
  })

  test('should leave out messages that say nothing', () => {
    const {messages, losses} = write([
      said('user', ' '),
      said('assistant', {type: 'reasoning', text: 'a'}),
      said('user', 'a')
    ])
    expect(messages).toEqual([{role: 'user', content: 'a'}])
    expect(losses).toEqual([
      'text-trimmed messages.0',
      'empty-turn-dropped messages.0',
      'reasoning-unsigned messages.1.parts.0',
      'empty-turn-dropped messages.1'
    ])
  })

  test('should have no place for names, ids and the like', () => {
    const {losses} = write([{...said('user', 'a'), name: 'ann', id: 'x'}])
    expect(losses).toEqual([
      'id-dropped messages.0.id',
      'name-dropped messages.0.name'
    ])
  })

  test('should say an instruction as text', () => {
    const {params} = write([said('system', {type: 'refusal', text: 'No'})])
    expect(params.system).toBe('No')
  })
})

/** Blocks, the parts they are, and losses. */
const blocks: Array<[string, object, object, Array<string>?]> = [
  [
    'citations',
    {type: 'text', text: 'a', citations: [{}], cache_control: {}},
    {type: 'text', text: 'a'},
    [
      'extra-dropped messages.0.content.0.cache_control',
      'citation-unresolved messages.0.content.0.citations'
    ]
  ],
  [
    'an image',
    source('base64', {media_type: 'image/png', data: 'AA=='}),
    file({mediaType: 'image/png', data: 'AA=='})
  ],
  [
    'an image by its address',
    source('url', {url: 'https://a.b/c.gif'}),
    file({mediaType: 'image/gif', url: 'https://a.b/c.gif'})
  ],
  [
    'a document by its address',
    {type: 'document', source: {type: 'url', url: 'https://a.b/c'}},
    file({mediaType: 'application/pdf', url: 'https://a.b/c'})
  ],
  [
    'a file of the provider',
    {
      type: 'document',
      source: {type: 'file', file_id: 'file_1'},
      title: 'a',
      context: 'b'
    },
    file({mediaType: 'application/pdf', ref: 'file_1', name: 'a'}),
    ['extra-dropped messages.0.content.0.context']
  ],
  [
    'a text as a file',
    {type: 'document', source: {type: 'text', data: 'a'}},
    file({mediaType: 'text/plain', text: 'a'})
  ],
  [
    'another source whole',
    source('content', {content: 'a'}),
    {
      type: 'other',
      kind: 'anthropic:image',
      value: source('content', {content: 'a'})
    }
  ],
  [
    'a block that it does not know whole',
    {type: 'server_tool_use', id: 'x'},
    {
      type: 'other',
      kind: 'anthropic:server_tool_use',
      value: {type: 'server_tool_use', id: 'x'}
    }
  ],
  [
    'a thought without a signature',
    {type: 'thinking', thinking: 'a'},
    {type: 'reasoning', text: 'a'}
  ],
  [
    'a redacted thought',
    {type: 'redacted_thinking', data: 'x'},
    {type: 'reasoning', text: '', meta: {redacted: 'x'}}
  ],
  [
    'a call without an id',
    {type: 'tool_use', name: 'f'},
    {type: 'tool-call', name: 'f', input: {}}
  ]
]

describe('reading', () => {
  for (const [name, block, part, losses = []] of blocks) {
    test(`should read ${name}`, () => {
      const result = read([{role: 'assistant', content: [block]}])
      expect(result.messages).toEqual([{role: 'assistant', parts: [part]}])
      expect(result.losses).toEqual(losses)
    })
  }

  test('should read results, and what is said with them', () => {
    const use = {type: 'tool_use', id: 'c', name: 'f', input: {}}
    const results = [
      {type: 'tool_result', tool_use_id: 'c', content: 'a'},
      {
        type: 'tool_result',
        tool_use_id: 'd',
        content: [{type: 'text', text: 'b'}],
        is_error: true
      },
      {type: 'tool_result', content: []},
      {type: 'tool_result', content: [1]},
      {type: 'tool_result'}
    ]
    const {messages} = read([
      {role: 'assistant', content: [use]},
      {role: 'user', content: [{type: 'text', text: 'hm'}, ...results]}
    ])
    expect(messages).toEqual([
      {
        role: 'assistant',
        parts: [
          {type: 'tool-call', name: 'f', id: 'c', input: {}},
          {type: 'tool-result', name: 'f', id: 'c', output: 'a'},
          {type: 'tool-result', name: '', id: 'd', output: 'b', error: true},
          {type: 'tool-result', name: '', output: ''},
          {type: 'tool-result', name: '', output: [1]},
          {type: 'tool-result', name: '', output: ''}
        ]
      },
      said('user', 'hm')
    ])
  })

  test('should read instructions and settings', () => {
    const {config, messages, losses} = read({
      model: '',
      system: 'a',
      metadata: {user_id: null, other: 1},
      messages: [
        {role: 'user', content: ''},
        {role: 'system', content: 'b'}
      ]
    })
    expect(config).toEqual({})
    expect(messages).toEqual([
      said('system', 'a'),
      {role: 'user', parts: []},
      said('system', 'b')
    ])
    expect(losses).toEqual(['extra-dropped metadata.other'])
  })

  test('should refuse what is no request', () => {
    expect(() => fromAnthropic({messages: 1})).toThrow(
      new TypeError('Expected a list at `messages` of an Anthropic request')
    )
    expect(() => fromAnthropic([{role: 'tool', content: ''}])).toThrow(
      /^Expected .* at `\[0\]\.role` of an Anthropic request$/
    )
  })

  test('should change no prose', () => {
    const content = 'The linked list and its links were cited'
    const {children} = fromAnthropic([{role: 'user', content}])
    expect(children[0]?.value).toBe(content)
  })
})

describe('laws', () => {
  test('should read back what it keeps', () => {
    fc.assert(
      fc.property(plainMessages, messages => {
        const config = {model: 'm', max_tokens: 1, stop: ['x']}
        const written = writeAnthropic({config, messages}, {onLoss: refuseLoss})
        const read = readAnthropic(written, {onLoss: refuseLoss})
        expect(read).toEqual({config, messages})
      })
    )
  })

  test('should write again what it wrote, in both versions', () => {
    fc.assert(
      fc.property(
        anyMessages,
        fc.constantFrom<'2023-06-01' | '2026-10-21'>(
          '2023-06-01',
          '2026-10-21'
        ),
        (messages, apiVersion) => {
          const config = {model: 'm', temperature: 1}
          const written = writeAnthropic({config, messages}, {apiVersion})
          const again = writeAnthropic(readAnthropic(written), {apiVersion})
          expect(again).toEqual(written)
        }
      )
    )
  })

  test('should keep the texts of every chat', () => {
    fc.assert(
      fc.property(anyChat, chat => {
        const request = toAnthropic(chat, {model: 'm', blocks: false})
        const again = toAnthropic(fromAnthropic(request), {blocks: false})
        expect(again).toEqual(request)
      })
    )
  })
})
