import {parse} from 'chatmd'
import {
  aiSdk,
  type ChatMessage,
  fromAiSdk,
  fromMessages,
  type Part,
  toAiSdk,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listLosses} from '../util/list-losses.ts'

const note = `---
system_commands: ['Be brief.']
temperature: 0
max_tokens: 100
stop: END
---

How warm is it?

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (gpt-4o)</span>

> [!reasoning]- <!-- { "signature": "EqQB" } -->
> Look it up.

\`\`\`json tool-call get_weather call_1
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-result get_weather call_1
18 °C
\`\`\`

It is 18 °C.

<hr class="__chatgpt_plugin">

### role::user

`

describe('toAiSdk', () => {
  test('should write instructions, settings, and a tool round', () => {
    expect(toAiSdk(parse(note))).toEqual({
      instructions: [{role: 'system', content: 'Be brief.'}],
      messages: [
        {role: 'user', content: [{type: 'text', text: 'How warm is it?'}]},
        {
          role: 'assistant',
          content: [
            {
              type: 'reasoning',
              text: 'Look it up.',
              providerOptions: {anthropic: {signature: 'EqQB'}}
            },
            {
              type: 'tool-call',
              toolCallId: 'call_1',
              toolName: 'get_weather',
              input: {city: 'Paris'}
            }
          ]
        },
        {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              toolCallId: 'call_1',
              toolName: 'get_weather',
              output: {type: 'text', value: '18 °C'}
            }
          ]
        },
        {role: 'assistant', content: [{type: 'text', text: 'It is 18 °C.'}]}
      ],
      temperature: 0,
      maxOutputTokens: 100,
      stopSequences: ['END']
    })
  })
})

/** Messages, the result, and losses. */
const writes: Array<[string, ChatMessage, unknown, Array<string>]> = [
  [
    'a developer in the middle',
    {role: 'developer', parts: [{type: 'text', text: 'No jokes.'}]},
    {role: 'system', content: 'No jokes.'},
    ['model-dependent messages.1', 'role-changed messages.1.role']
  ],
  [
    'an unknown role, with metadata',
    {role: 'critic', name: 'Ann', parts: [{type: 'text', text: 'Bad.'}]},
    {role: 'user', content: [{type: 'text', text: 'Bad.'}]},
    ['name-dropped messages.1.name', 'role-changed messages.1.role']
  ],
  [
    'a file without a type or an address that a server finds',
    {
      role: 'user',
      parts: [
        {type: 'file', url: 'https://x.org/a'},
        {type: 'file', url: 'C:\\a.png'},
        {type: 'file', url: 'https://['},
        {type: 'file', data: 'AAAA', name: 'a.bin'}
      ]
    },
    {
      role: 'user',
      content: [
        {
          type: 'file',
          data: 'https://x.org/a',
          mediaType: 'application/octet-stream'
        },
        {
          type: 'text',
          text: '```json part\n{ "type": "file", "url": "C:\\\\a.png" }\n```\n\n![](https://[ "")'
        },
        {
          type: 'file',
          data: 'data:application/octet-stream;base64,AAAA',
          mediaType: 'application/octet-stream',
          filename: 'a.bin'
        }
      ]
    },
    ['file-unresolved messages.1.parts.1', 'file-unresolved messages.1.parts.2']
  ],
  [
    'arguments that are no JSON, and meta that no provider has',
    {
      role: 'assistant',
      parts: [
        {
          type: 'tool-call',
          name: 'f',
          id: 'c',
          input: '{',
          raw: '{',
          meta: {
            providerOptions: {x: {y: 1}},
            thoughtSignature: 's',
            signature: 1
          }
        }
      ]
    },
    {
      role: 'assistant',
      content: [
        {
          type: 'tool-call',
          toolCallId: 'c',
          toolName: 'f',
          input: '{',
          providerOptions: {x: {y: 1}, google: {thoughtSignature: 's'}}
        }
      ]
    },
    [
      'tool-unanswered messages.1.parts.0',
      'tool-args-not-json messages.1.parts.0.input',
      'extra-dropped messages.1.parts.0.meta.signature'
    ]
  ],
  [
    'what the format has no part for',
    {
      role: 'assistant',
      parts: [
        {type: 'refusal', text: 'No.'},
        {type: 'other', kind: 'x', value: 1},
        {type: 'reasoning', text: '', meta: {providerOptions: 1}}
      ]
    },
    {
      role: 'assistant',
      content: [
        {
          type: 'text',
          text: 'No.\n\n```json part\n{ "type": "other", "kind": "x", "value": 1 }\n```'
        },
        {type: 'reasoning', text: ''}
      ]
    },
    ['unknown-part messages.1.parts.0', 'unknown-part messages.1.parts.1']
  ]
]

test('should write instructions alone, and a failure that is JSON', () => {
  const system: ChatMessage = {
    role: 'system',
    parts: [{type: 'text', text: 'Be brief.'}]
  }
  expect(toAiSdk(fromMessages([system]))).toEqual({
    instructions: [{role: 'system', content: 'Be brief.'}],
    messages: []
  })
  const chat = fromMessages([
    {
      role: 'assistant',
      parts: [
        {type: 'tool-call', name: 'f', id: 'c', input: {}},
        {type: 'tool-result', name: 'f', id: 'c', output: [1], error: true}
      ]
    }
  ])
  const [, results] = toAiSdk(chat).messages
  expect(results?.content).toEqual([
    {
      type: 'tool-result',
      toolCallId: 'c',
      toolName: 'f',
      output: {type: 'error-json', value: [1]}
    }
  ])
  expect(fromAiSdk(toAiSdk(chat))).toEqual(chat)
})

describe('losses', () => {
  test.each(writes)('should report %s', (_name, message, written, lost) => {
    const first: ChatMessage = {
      role: 'user',
      parts: [{type: 'text', text: 'Hi'}]
    }
    const chat = fromMessages([first, message])
    expect(toAiSdk(chat).messages[1]).toEqual(written)
    expect(listLosses(options => toAiSdk(chat, options))).toEqual(lost)
  })

  test('should report settings, and a message that says nothing', () => {
    const chat = fromMessages(
      [{role: 'assistant', parts: [{type: 'refusal', text: ''}]}],
      {config: {model: 'gpt-4o', n: 2, stop: ['a', 'b'], title: 'T'}}
    )
    expect(toAiSdk(chat)).toEqual({messages: [], stopSequences: ['a', 'b']})
    expect(listLosses(options => toAiSdk(chat, options))).toEqual([
      'param-unsupported config.model',
      'param-unsupported config.n',
      'unknown-part messages.0.parts.0',
      'empty-turn-dropped messages.0'
    ])
  })
})

/** Contents of an assistant, the parts that are read, and losses. */
const reads: Array<[string, unknown, Array<Part>, Array<string>]> = [
  [
    'files in each form',
    [
      {type: 'file', data: 'AAAA', mediaType: 'image/png', filename: 'a.png'},
      {type: 'file', data: new URL('https://x.org/a'), mediaType: 'a/b'},
      {type: 'file', data: new Uint8Array([0, 0, 0]), mediaType: 'a/b'},
      {type: 'file', data: new Uint8Array([0, 0, 0]).buffer, mediaType: 'a/b'},
      {type: 'file', data: {type: 'data', data: 'AAAA'}, mediaType: 'a/b'},
      {
        type: 'file',
        data: {type: 'url', url: 'https://x.org/a'},
        mediaType: 'a/b'
      },
      {type: 'file', data: {type: 'text', text: 'Hi'}, mediaType: 'a/b'},
      {type: 'file', data: {type: 'text', text: 1}, mediaType: 'a/b'},
      {
        type: 'file',
        data: {type: 'reference', reference: {openai: 'f'}},
        mediaType: 'a/b'
      },
      {type: 'file', data: {openai: 'f'}, mediaType: 'a/b'},
      {type: 'file', data: {type: 'reference'}, mediaType: 'a/b'},
      {type: 'file', mediaType: 'a/b'},
      {type: 'image', image: 'data:image/png;base64,AAAA'},
      {type: 'image', image: 'data:image/png,x', mediaType: 'image/png'}
    ],
    [
      {type: 'file', mediaType: 'image/png', name: 'a.png', data: 'AAAA'},
      {type: 'file', mediaType: 'a/b', url: 'https://x.org/a'},
      {type: 'file', mediaType: 'a/b', data: 'AAAA'},
      {type: 'file', mediaType: 'a/b', data: 'AAAA'},
      {type: 'file', mediaType: 'a/b', data: 'AAAA'},
      {type: 'file', mediaType: 'a/b', url: 'https://x.org/a'},
      {type: 'file', mediaType: 'a/b', text: 'Hi'},
      {type: 'file', mediaType: 'a/b'},
      {type: 'file', mediaType: 'a/b', ref: 'f'},
      {type: 'file', mediaType: 'a/b', ref: 'f'},
      {type: 'file', mediaType: 'a/b'},
      {type: 'file', mediaType: 'a/b'},
      {type: 'file', mediaType: 'image/png', data: 'AAAA'},
      {type: 'file', mediaType: 'image/png', url: 'data:image/png,x'}
    ],
    []
  ],
  [
    'what providers said',
    [
      {
        type: 'reasoning',
        text: 'a',
        providerOptions: {
          anthropic: {signature: 's', redactedData: 1},
          openai: {itemId: 'i'},
          x: {y: 1}
        }
      }
    ],
    [
      {
        type: 'reasoning',
        text: 'a',
        meta: {
          signature: 's',
          id: 'i',
          providerOptions: {x: {y: 1}, anthropic: {redactedData: 1}}
        }
      }
    ],
    []
  ],
  [
    'what a provider did with a tool of its own',
    [
      {
        type: 'tool-call',
        toolCallId: 's',
        toolName: 'web',
        input: {},
        providerExecuted: true
      },
      {
        type: 'tool-result',
        toolCallId: 's',
        toolName: 'web',
        output: {type: 'json', value: []}
      },
      {type: 'tool-call', toolCallId: 'c', toolName: 'f'}
    ],
    [
      {
        type: 'other',
        kind: 'tool-call',
        value: {
          type: 'tool-call',
          toolCallId: 's',
          toolName: 'web',
          input: {},
          providerExecuted: true
        }
      },
      {
        type: 'other',
        kind: 'tool-result',
        value: {
          type: 'tool-result',
          toolCallId: 's',
          toolName: 'web',
          output: {type: 'json', value: []}
        }
      },
      {type: 'tool-call', name: 'f', id: 'c', input: {}}
    ],
    []
  ],
  [
    'an approval, a part that is new, and keys that have no place',
    [
      {type: 'tool-approval-request', approvalId: 'a', toolCallId: 'c'},
      {type: 'new', x: 1},
      {type: 'text', text: 'Hi', providerOptions: {x: {}}}
    ],
    [
      {type: 'other', kind: 'new', value: {type: 'new', x: 1}},
      {type: 'text', text: 'Hi'}
    ],
    ['unknown-part 0.content.0', 'extra-dropped 0.content.2.providerOptions']
  ]
]

describe('fromAiSdk', () => {
  test.each(reads)('should read %s', (_name, content, parts, lost) => {
    const value = [{role: 'assistant', content}]
    expect(toMessages(fromAiSdk(value))).toEqual([{role: 'assistant', parts}])
    expect(listLosses(options => fromAiSdk(value, options))).toEqual(lost)
  })

  test('should read prompts in each form', () => {
    const question = {role: 'user', content: 'Hi'}
    const system = {role: 'system', content: 'Be brief.'}
    const chat = fromMessages([
      {role: 'system', parts: [{type: 'text', text: 'Be brief.'}]},
      {role: 'user', parts: [{type: 'text', text: 'Hi'}]}
    ])
    const prompts = [
      {instructions: 'Be brief.', messages: [question]},
      {instructions: system, prompt: 'Hi'},
      {instructions: [system], prompt: [question]},
      {system: 'Be brief.', prompt: 'Hi'},
      [system, question]
    ]
    for (const prompt of prompts) expect(fromAiSdk(prompt)).toEqual(chat)
  })

  test('should read settings', () => {
    expect(fromAiSdk(toAiSdk(parse(note))).config).toEqual(parse(note).config)
    const prompt = {messages: [], topP: 1, stopSequences: ['a', 'b']}
    expect(fromAiSdk(prompt).config).toEqual({top_p: 1, stop: ['a', 'b']})
  })

  test('should keep what is said of a message', () => {
    const value = [{role: 'user', content: 'Hi', providerOptions: {x: {}}}]
    expect(toMessages(fromAiSdk(value))).toEqual([
      {
        role: 'user',
        parts: [{type: 'text', text: 'Hi'}],
        extra: {providerOptions: {x: {}}}
      }
    ])
  })

  test('should read each output of a tool', () => {
    const outputs = [
      {type: 'text', value: 'a'},
      {type: 'json', value: [1]},
      {type: 'error-text', value: 'b'},
      {type: 'error-json', value: {a: 1}},
      {type: 'execution-denied', reason: 'no'},
      {type: 'execution-denied'},
      {type: 'content', value: [{type: 'text', text: 'c'}]}
    ]
    const value = outputs.map(output => ({
      role: 'tool',
      content: [{type: 'tool-result', toolCallId: 'c', toolName: 'f', output}]
    }))
    const part = {type: 'tool-result', name: 'f', id: 'c'}
    expect(toMessages(fromAiSdk(value)).flatMap(({parts}) => parts)).toEqual([
      {...part, output: 'a'},
      {...part, output: [1]},
      {...part, output: 'b', error: true},
      {...part, output: {a: 1}, error: true},
      {...part, output: 'no', error: true},
      {...part, output: 'Denied', error: true},
      {...part, output: [{type: 'text', text: 'c'}]}
    ])
    expect(listLosses(options => fromAiSdk(value, options))).toEqual([
      'unknown-part 4.content.0.output',
      'unknown-part 5.content.0.output',
      'unknown-part 6.content.0.output'
    ])
  })

  test('should say where a value has another shape', () => {
    const content = [{type: 'text', text: 1}]
    expect(() => fromAiSdk([{role: 'user', content}])).toThrow(
      new TypeError(
        'Expected a string at `[0].content[0].text` of a prompt of the AI SDK'
      )
    )
    expect(() => fromAiSdk(1)).toThrow(TypeError)
  })

  test('should write again what a provider did', () => {
    const call = {
      type: 'tool-call',
      toolCallId: 's',
      toolName: 'web',
      input: {},
      providerExecuted: true
    }
    const messages = [{role: 'assistant', content: [call]}]
    expect(toAiSdk(fromAiSdk(messages)).messages).toEqual(messages)
  })
})

describe('aiSdk', () => {
  test('should know a prompt by its keys', () => {
    const call = {type: 'tool-call', toolCallId: 'c'}
    const yes = [
      {instructions: [], messages: []},
      {messages: [{content: [call]}]}
    ]
    const no = [1, {}, {messages: [1, {content: 'a'}, {content: [1, {}]}]}]
    expect(yes.map(value => aiSdk.detect?.(value))).toEqual([true, true])
    expect(no.map(value => aiSdk.detect?.(value))).toEqual([
      false,
      false,
      false
    ])
  })

  test('should read one chat', () => {
    expect(aiSdk.from?.({prompt: 'Hi'})).toHaveLength(1)
    expect(aiSdk.to?.(parse('Hi'))).toEqual(toAiSdk(parse('Hi')))
  })
})
