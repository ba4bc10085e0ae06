import type {Chat} from 'chatmd'
import {parse, stringify} from 'chatmd'
import {
  fromOpenaiResponses,
  openaiResponses,
  toOpenaiResponses
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {ChatMessage, Part} from '../../src/convert/message.ts'
import {readOpenaiResponses} from '../../src/convert/openai-responses/read.ts'
import {writeOpenaiResponses} from '../../src/convert/openai-responses/write.ts'
import {chat as anyChat} from '../util/arbitrary.ts'
import {anyMessages, plainMessages} from '../util/conversation.ts'
import {collectLosses, refuseLoss} from '../util/losses.ts'

const note = `---
model: gpt-4o
temperature: 0
max_tokens: 512
system_commands: [Be brief.]
---
How is it in Paris?

![](https://example.org/sky.png)

<hr class="__chatgpt_plugin">

role::assistant

Let me look.

\`\`\`json tool-call get_weather call_1 { "id": "fc_1" }
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-result get_weather call_1
18 °C
\`\`\`

It is 18 °C.
`

const request = {
  model: 'gpt-4o',
  instructions: 'Be brief.',
  input: [
    {
      role: 'user',
      content: [
        {type: 'input_text', text: 'How is it in Paris?'},
        {
          type: 'input_image',
          detail: 'auto',
          image_url: 'https://example.org/sky.png'
        }
      ]
    },
    {role: 'assistant', content: 'Let me look.'},
    {
      type: 'function_call',
      call_id: 'call_1',
      name: 'get_weather',
      arguments: '{"city":"Paris"}',
      id: 'fc_1'
    },
    {type: 'function_call_output', call_id: 'call_1', output: '18 °C'},
    {role: 'assistant', content: 'It is 18 °C.'}
  ],
  temperature: 0,
  max_output_tokens: 512
}

/** Write messages, and list losses as `code path`. */
function write(
  messages: Array<ChatMessage>,
  options: Parameters<typeof writeOpenaiResponses>[1] = {},
  config: Chat['config'] = {model: 'm'}
) {
  const {losses, onLoss} = collectLosses()
  const written = writeOpenaiResponses({config, messages}, {...options, onLoss})
  return {...written, losses}
}

/** Read a request, and list losses as `code path`. */
function read(value: unknown) {
  const {losses, onLoss} = collectLosses()
  return {...readOpenaiResponses(value, {onLoss}), losses}
}

const said = (role: string, ...parts: Array<Part | string>): ChatMessage => ({
  role,
  parts: parts.map(part =>
    typeof part === 'string' ? {type: 'text', text: part} : part
  )
})

test('should write a note as a request', () => {
  expect(toOpenaiResponses(parse(note), {onLoss: refuseLoss})).toEqual(request)
  expect(openaiResponses.to?.(parse(note))).toEqual(request)
})

test('should read a request as the note that it was', () => {
  const [chat] = openaiResponses.from?.(request) ?? []
  expect(chat).toEqual(fromOpenaiResponses(request, {onLoss: refuseLoss}))
  expect(chat && parse(stringify(chat))).toMatchObject({
    config: parse(note).config,
    children: parse(note).children.map(({role, value}) => ({role, value}))
  })
  expect(chat && toOpenaiResponses(chat)).toEqual(request)
})

test('should keep keys that no chat has for itself', () => {
  const value = {
    model: 'm',
    input: [],
    tools: [{type: 'web_search'}],
    store: false
  }
  expect(toOpenaiResponses(fromOpenaiResponses(value))).toEqual(value)
})

test('should have no place for some settings', () => {
  const config = {model: 'm', stop: 'x', n: 1, presence_penalty: 1, user: 'u'}
  const {losses, ...written} = write([], {}, config)
  expect(written).toEqual({model: 'm', input: [], user: 'u'})
  expect(losses).toEqual([
    'param-unsupported config.presence_penalty',
    'param-unsupported config.stop'
  ])
})

test('should keep instructions apart, unless there is one', () => {
  const {instructions, input} = write([
    said('system', 'a'),
    said('system', 'b'),
    said('user', 'c')
  ])
  expect(instructions).toBe(undefined)
  expect(input).toEqual([
    {role: 'system', content: 'a'},
    {role: 'system', content: 'b'},
    {role: 'user', content: 'c'}
  ])
  const parts = write([said('system', 'a', 'b')])
  expect(parts.instructions).toBe(undefined)
  expect(parts.input).toEqual([
    {
      role: 'system',
      content: [
        {type: 'input_text', text: 'a'},
        {type: 'input_text', text: 'b'}
      ]
    }
  ])
  const late = write([said('system', 'a'), said('developer', 'b')])
  expect(late.instructions).toBe('a')
  expect(late.input).toEqual([{role: 'developer', content: 'b'}])
})

const file = (rest: object): Part => ({type: 'file', ...rest})
const thought = {
  type: 'reasoning',
  text: 'hm',
  meta: {id: 'rs_1', encrypted_content: 'x'}
} as const

/** A message, its items, and losses. */
const cases: Array<[string, ChatMessage, Array<object>, Array<string>?]> = [
  [
    'files',
    said(
      'user',
      file({mediaType: 'image/png', data: 'AA=='}),
      file({mediaType: 'image/*', ref: 'file-1'}),
      file({mediaType: 'application/pdf', data: 'AA==', name: 'a'}),
      file({mediaType: 'application/pdf', url: 'https://a.b/c.pdf'}),
      file({ref: 'file-2'}),
      file({url: 'https://a.b/c.png'}),
      file({mediaType: 'image/png', url: 'c.png'}),
      file({text: 'd'})
    ),
    [
      {
        role: 'user',
        content: [
          {
            type: 'input_image',
            detail: 'auto',
            image_url: 'data:image/png;base64,AA=='
          },
          {type: 'input_image', detail: 'auto', file_id: 'file-1'},
          {
            type: 'input_file',
            file_data: 'data:application/pdf;base64,AA==',
            filename: 'a'
          },
          {type: 'input_file', file_url: 'https://a.b/c.pdf'},
          {type: 'input_file', file_id: 'file-2'},
          {
            type: 'input_image',
            detail: 'auto',
            image_url: 'https://a.b/c.png'
          },
          {type: 'input_text', text: '![](c.png)\n\nd'}
        ]
      }
    ],
    [
      'file-unresolved messages.0.parts.6',
      'file-type-unsupported messages.0.parts.7'
    ]
  ],
  [
    'what it does not know, as text',
    said(
      'narrator',
      {type: 'refusal', text: 'No'},
      {type: 'other', kind: 'openai-responses:x', value: {type: 'x'}}
    ),
    [{role: 'user', content: [{type: 'input_text', text: 'No'}, {type: 'x'}]}],
    ['unknown-part messages.0.parts.0', 'role-changed messages.0.role']
  ],
  [
    'an instruction as text',
    said('developer', {type: 'refusal', text: 'No'}),
    [{role: 'developer', content: 'No'}],
    ['unknown-part messages.0.parts.0']
  ],
  ['nothing', {role: 'user', parts: []}, [], ['empty-turn-dropped messages.0']],
  [
    'an empty answer',
    said('assistant', ''),
    [],
    ['empty-turn-dropped messages.0']
  ],
  [
    'texts and refusals of an answer, with an id',
    said('assistant', 'a', {type: 'refusal', text: 'No'}),
    [
      {
        type: 'message',
        id: 'msg_0_0',
        status: 'completed',
        role: 'assistant',
        content: [
          {type: 'output_text', text: 'a', annotations: []},
          {type: 'refusal', refusal: 'No'}
        ]
      }
    ]
  ],
  [
    'the id of an answer',
    {...said('assistant', 'a'), id: 'msg_x'},
    [
      {
        type: 'message',
        id: 'msg_x',
        status: 'completed',
        role: 'assistant',
        content: [{type: 'output_text', text: 'a', annotations: []}]
      }
    ]
  ],
  [
    'no id that is not of OpenAI',
    {...said('assistant', 'a'), id: 'x', name: 'ann'},
    [{role: 'assistant', content: 'a'}],
    ['id-dropped messages.0.id', 'name-dropped messages.0.name']
  ],
  [
    'texts around an item',
    {
      ...said(
        'assistant',
        'a',
        {type: 'other', kind: 'openai-responses:x', value: {type: 'x'}},
        'b'
      ),
      id: 'msg_x'
    },
    [
      {
        type: 'message',
        id: 'msg_x',
        status: 'completed',
        role: 'assistant',
        content: [{type: 'output_text', text: 'a', annotations: []}]
      },
      {type: 'x'},
      {role: 'assistant', content: 'b'}
    ]
  ],
  [
    'no thoughts',
    said('assistant', thought, 'a'),
    [{role: 'assistant', content: 'a'}],
    ['reasoning-dropped messages.0.parts.0']
  ],
  [
    'other parts of an answer',
    said(
      'assistant',
      {type: 'other', kind: 'openai-responses:x', value: {type: 'x'}},
      {type: 'other', kind: 'y', value: 1},
      file({mediaType: 'image/png', url: 'https://a.b/c.png'})
    ),
    [
      {type: 'x'},
      {
        role: 'assistant',
        content:
          '```json part\n{ "type": "other", "kind": "y", "value": 1 }\n```\n\n![](https://a.b/c.png)'
      }
    ],
    ['unknown-part messages.0.parts.1', 'url-unsupported messages.0.parts.2']
  ],
  [
    'calls and results of each kind',
    said(
      'assistant',
      {
        type: 'tool-call',
        name: 'f',
        id: 'c',
        input: 'x',
        meta: {type: 'custom'}
      },
      {type: 'tool-call', name: 'g', id: 'd', input: undefined},
      {type: 'tool-call', name: 'h', id: 'e', input: '{', raw: '{'},
      {type: 'tool-result', name: 'f', id: 'c', output: 'a'},
      {type: 'tool-result', name: 'g', id: 'd', output: {a: 1}, error: true},
      {
        type: 'tool-result',
        name: 'h',
        id: 'e',
        output: [
          {type: 'input_text', text: 'b'},
          {type: 'input_image'},
          {type: 'input_file'}
        ]
      }
    ),
    [
      {type: 'custom_tool_call', call_id: 'c', name: 'f', input: 'x'},
      {type: 'function_call', call_id: 'd', name: 'g', arguments: '{}'},
      {type: 'function_call', call_id: 'e', name: 'h', arguments: '{'},
      {type: 'custom_tool_call_output', call_id: 'c', output: 'a'},
      {type: 'function_call_output', call_id: 'd', output: '{"a":1}'},
      {
        type: 'function_call_output',
        call_id: 'e',
        output: [
          {type: 'input_text', text: 'b'},
          {type: 'input_image'},
          {type: 'input_file'}
        ]
      }
    ],
    ['extra-dropped messages.0.parts.4.error']
  ],
  [
    'lists of a tool that are no parts',
    said(
      'assistant',
      {type: 'tool-call', name: 'f', id: 'c', input: {}},
      {type: 'tool-result', name: 'f', id: 'c', output: [1]}
    ),
    [
      {type: 'function_call', call_id: 'c', name: 'f', arguments: '{}'},
      {type: 'function_call_output', call_id: 'c', output: '[1]'}
    ]
  ]
]

describe('messages', () => {
  for (const [name, message, items, losses = []] of cases) {
    test(`should write ${name}`, () => {
      const result = write([message])
      expect(result.input).toEqual(items)
      expect(result.losses).toEqual(losses)
    })
  }

  test('should send thoughts that have an id, if asked to', () => {
    const message = said(
      'assistant',
      thought,
      {type: 'reasoning', text: '', meta: {id: 'rs_2'}},
      {type: 'reasoning', text: 'hm'},
      'a'
    )
    const {input, losses} = write([message], {includeReasoning: true})
    expect(input).toEqual([
      {
        type: 'reasoning',
        id: 'rs_1',
        summary: [{type: 'summary_text', text: 'hm'}],
        encrypted_content: 'x'
      },
      {type: 'reasoning', id: 'rs_2', summary: []},
      {role: 'assistant', content: 'a'}
    ])
    expect(losses).toEqual(['reasoning-dropped messages.0.parts.2'])
  })
})

/** Items, their messages, and losses. */
const readCases: Array<
  [string, Array<object>, Array<ChatMessage>, Array<string>?]
> = [
  [
    'parts of each kind',
    [
      {
        role: 'user',
        content: [
          {type: 'input_text', text: 'a'},
          {type: 'input_image', image_url: 'data:image/png;base64,AA=='},
          {type: 'input_image', file_id: 'file-1', detail: 'low'},
          {
            type: 'input_file',
            file_data: 'data:application/pdf;base64,AA==',
            filename: 'a'
          },
          {type: 'input_file', file_data: 'AA=='},
          {type: 'input_file', file_url: 'https://a.b/c'},
          {type: 'input_file', file_id: 'file-2'},
          {type: 'input_audio'}
        ]
      },
      {role: 'user', content: ''}
    ],
    [
      said(
        'user',
        'a',
        file({mediaType: 'image/png', data: 'AA=='}),
        file({mediaType: 'image/*', ref: 'file-1'}),
        file({mediaType: 'application/pdf', data: 'AA==', name: 'a'}),
        file({data: 'AA=='}),
        file({mediaType: 'application/pdf', url: 'https://a.b/c'}),
        file({ref: 'file-2'}),
        {
          type: 'other',
          kind: 'openai-responses:input_audio',
          value: {type: 'input_audio'}
        }
      ),
      {role: 'user', parts: []}
    ],
    ['extra-dropped input.0.content.2.detail']
  ],
  [
    'an answer in pieces as one',
    [
      {type: 'reasoning', id: 'rs_1', summary: [{text: 'a'}, {text: 'b'}]},
      {
        type: 'message',
        id: 'msg_1',
        role: 'assistant',
        status: 'completed',
        phase: 'commentary',
        content: [
          {type: 'output_text', text: 'c', annotations: [{}], logprobs: []},
          {type: 'refusal', refusal: 'No'}
        ]
      },
      {type: 'web_search_call', id: 'ws_1'},
      {
        type: 'message',
        id: 'msg_2',
        role: 'assistant',
        content: [{type: 'output_text', text: 'd'}]
      },
      {role: 'assistant', content: 'e'}
    ],
    [
      {
        ...said(
          'assistant',
          {type: 'reasoning', text: 'a\n\nb', meta: {id: 'rs_1'}},
          'c',
          {type: 'refusal', text: 'No'},
          {
            type: 'other',
            kind: 'openai-responses:web_search_call',
            value: {type: 'web_search_call', id: 'ws_1'}
          },
          'd'
        ),
        id: 'msg_1'
      },
      said('assistant', 'e')
    ],
    [
      'extra-dropped input.1.phase',
      'citation-unresolved input.1.content.0.annotations',
      'id-dropped input.3.id'
    ]
  ],
  [
    'thoughts of each kind',
    [
      {type: 'reasoning', content: [{text: 'a'}]},
      {type: 'reasoning', summary: [{text: 'b'}], content: [{text: 'c'}]},
      {type: 'reasoning', encrypted_content: 'x'}
    ],
    [
      said(
        'assistant',
        {type: 'reasoning', text: 'a'},
        {type: 'reasoning', text: 'b'},
        {type: 'reasoning', text: '', meta: {encrypted_content: 'x'}}
      )
    ],
    ['extra-dropped input.1.content']
  ],
  [
    'calls and results of each kind',
    [
      {
        type: 'function_call',
        id: 'fc_1',
        call_id: 'c',
        name: 'f',
        arguments: '{}'
      },
      {type: 'custom_tool_call', name: 'g', input: 'x'},
      {type: 'function_call_output', call_id: 'c', output: 'a'},
      {type: 'custom_tool_call_output', name: 'g', output: null},
      {type: 'function_call_output', call_id: 'd', output: [{}], caller: {}}
    ],
    [
      said(
        'assistant',
        {
          type: 'tool-call',
          name: 'f',
          id: 'c',
          input: {},
          meta: {id: 'fc_1'}
        },
        {type: 'tool-call', name: 'g', input: 'x', meta: {type: 'custom'}},
        {type: 'tool-result', name: 'f', id: 'c', output: 'a'},
        {type: 'tool-result', name: 'g', output: ''},
        {type: 'tool-result', name: '', id: 'd', output: [{}]}
      )
    ],
    ['extra-dropped input.4.caller']
  ]
]

describe('reading', () => {
  for (const [name, input, messages, losses = []] of readCases) {
    test(`should read ${name}`, () => {
      const result = read({input})
      expect(result.messages).toEqual(messages)
      expect(result.losses).toEqual(losses)
    })
  }

  test('should read a text, items alone, and nothing', () => {
    expect(read({input: 'a', model: ''})).toEqual({
      config: {},
      messages: [said('user', 'a')],
      losses: []
    })
    expect(read([{role: 'user', content: 'a'}]).messages).toEqual([
      said('user', 'a')
    ])
    expect(read({instructions: 'a'}).messages).toEqual([said('system', 'a')])
  })

  test('should refuse what is no request', () => {
    expect(() => fromOpenaiResponses({input: 1})).toThrow(
      /^Expected .* at `input` of an OpenAI Responses request$/
    )
    expect(() =>
      fromOpenaiResponses([{type: 'function_call', name: 1}])
    ).toThrow('Expected a string at `[0].name` of an OpenAI Responses request')
    expect(() => fromOpenaiResponses([1])).toThrow(TypeError)
  })

  test('should change no prose', () => {
    const input = 'The linked list and its links were cited'
    const {children} = fromOpenaiResponses({input})
    expect(children[0]?.value).toBe(input)
  })
})

describe('laws', () => {
  test('should read back what it keeps', () => {
    fc.assert(
      fc.property(plainMessages, messages => {
        const config = {model: 'm', temperature: 1, max_tokens: 1}
        const onLoss = refuseLoss
        const written = writeOpenaiResponses({config, messages}, {onLoss})
        const read = readOpenaiResponses(written, {onLoss})
        expect(read).toEqual({config, messages})
      })
    )
  })

  test('should write again what it wrote', () => {
    fc.assert(
      fc.property(anyMessages, messages => {
        const options = {includeReasoning: true}
        const config = {model: 'm'}
        const written = writeOpenaiResponses({config, messages}, options)
        const again = writeOpenaiResponses(
          readOpenaiResponses(written),
          options
        )
        expect(again).toEqual(written)
      })
    )
  })

  test('should keep the texts of every chat', () => {
    fc.assert(
      fc.property(anyChat, chat => {
        const request = toOpenaiResponses(chat, {model: 'm', blocks: false})
        const again = toOpenaiResponses(fromOpenaiResponses(request), {
          blocks: false
        })
        expect(again).toEqual(request)
      })
    )
  })
})
