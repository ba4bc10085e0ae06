import {parse} from 'chatmd'
import {
  type AiSdkUiMessage,
  aiSdkUi,
  type ChatMessage,
  fromAiSdkUi,
  fromMessages,
  type Part,
  toAiSdkUi,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listLosses} from '../util/list-losses.ts'

/** Text of a note for a tool that a provider ran itself. */
const serverParts: Array<Part> = [
  {
    type: 'other',
    kind: 'tool-call',
    value: {
      type: 'tool-call',
      toolCallId: 's',
      toolName: 'web',
      input: {q: 'a'},
      providerExecuted: true,
      providerOptions: {x: {y: 1}}
    }
  },
  {
    type: 'other',
    kind: 'tool-result',
    value: {
      type: 'tool-result',
      toolCallId: 's',
      toolName: 'web',
      output: {type: 'json', value: [1]}
    }
  }
]

const serverTool = {
  type: 'dynamic-tool',
  toolName: 'web',
  toolCallId: 's',
  state: 'output-available',
  input: {q: 'a'},
  output: [1],
  providerExecuted: true,
  callProviderMetadata: {x: {y: 1}}
}

describe('toAiSdkUi', () => {
  test('should write a call with its result, and say where a step starts', () => {
    const messages: Array<ChatMessage> = [
      {role: 'system', parts: [{type: 'text', text: 'Be brief.'}]},
      {role: 'user', parts: [{type: 'text', text: 'How warm is it?'}]},
      {
        role: 'assistant',
        model: 'gpt-4o',
        time: '2026-02-12T23:58:10Z',
        parts: [
          {type: 'reasoning', text: 'Look.', meta: {signature: 's'}},
          {
            type: 'tool-call',
            name: 'f',
            id: 'c',
            input: {},
            meta: {thoughtSignature: 't'}
          },
          {type: 'tool-call', name: 'g', id: 'd', input: {}},
          {type: 'tool-result', name: 'f', id: 'c', output: '18 °C'},
          {
            type: 'tool-result',
            name: 'g',
            id: 'd',
            output: {a: 1},
            error: true
          },
          {type: 'text', text: 'Warm.'}
        ]
      }
    ]
    const written: Array<AiSdkUiMessage> = [
      {id: 'msg_1', role: 'system', parts: [{type: 'text', text: 'Be brief.'}]},
      {
        id: 'msg_2',
        role: 'user',
        parts: [{type: 'text', text: 'How warm is it?'}]
      },
      {
        id: 'msg_3',
        role: 'assistant',
        metadata: {model: 'gpt-4o', time: '2026-02-12T23:58:10Z'},
        parts: [
          {
            type: 'reasoning',
            text: 'Look.',
            providerMetadata: {anthropic: {signature: 's'}}
          },
          {
            type: 'dynamic-tool',
            toolName: 'f',
            toolCallId: 'c',
            state: 'output-available',
            input: {},
            output: '18 °C',
            callProviderMetadata: {google: {thoughtSignature: 't'}}
          },
          {
            type: 'dynamic-tool',
            toolName: 'g',
            toolCallId: 'd',
            state: 'output-error',
            input: {},
            errorText: '{"a":1}'
          },
          {type: 'step-start'},
          {type: 'text', text: 'Warm.'}
        ]
      }
    ]
    expect(toAiSdkUi(fromMessages(messages))).toEqual(written)
    expect(toAiSdkUi(fromAiSdkUi(written))).toEqual(written)
  })

  test('should report what has no place', () => {
    const chat = fromMessages(
      [
        {
          role: 'developer',
          parts: [{type: 'text', text: 'No jokes.'}]
        },
        {
          role: 'critic',
          extra: {a: 1},
          parts: [
            {type: 'file', mediaType: 'image/png', url: 'a.png'},
            {type: 'text', text: 'Hi'}
          ]
        },
        {
          role: 'tool',
          parts: [{type: 'tool-result', name: 'f', id: 'c', output: 'a'}]
        },
        {
          role: 'assistant',
          parts: [
            {type: 'file', url: 'https://x.org/a', name: 'a'},
            {type: 'tool-result', name: 'f', id: 'c', output: 'a'},
            {type: 'tool-call', name: 'f', id: 'd', input: '{', raw: '{'},
            {type: 'refusal', text: 'No.'},
            {type: 'other', kind: 'x', value: 1}
          ]
        }
      ],
      {config: {temperature: 0}}
    )
    expect(toAiSdkUi(chat).map(({role, parts}) => [role, parts])).toEqual([
      ['system', [{type: 'text', text: 'No jokes.'}]],
      ['user', [{type: 'text', text: '![](a.png)\n\nHi'}]],
      ['user', [{type: 'text', text: '```text tool-result f c\na\n```'}]],
      [
        'assistant',
        [
          {
            type: 'file',
            mediaType: 'application/octet-stream',
            url: 'https://x.org/a',
            filename: 'a'
          },
          {type: 'text', text: '```text tool-result f c\na\n```'},
          {type: 'step-start'},
          {
            type: 'dynamic-tool',
            toolName: 'f',
            toolCallId: 'd',
            state: 'input-available',
            input: '{'
          },
          {
            type: 'text',
            text: 'No.\n\n```json part\n{ "type": "other", "kind": "x", "value": 1 }\n```'
          }
        ]
      ]
    ])
    expect(listLosses(options => toAiSdkUi(chat, options))).toEqual([
      'param-unsupported config.temperature',
      'tool-unanswered messages.3.parts.2',
      'role-changed messages.0.role',
      'extra-dropped messages.1.extra',
      'role-changed messages.1.role',
      'file-unresolved messages.1.parts.0',
      'role-changed messages.2.role',
      'unknown-part messages.2.parts.0',
      'unknown-part messages.3.parts.1',
      'tool-args-not-json messages.3.parts.2.input',
      'unknown-part messages.3.parts.3',
      'unknown-part messages.3.parts.4'
    ])
  })

  test('should write parts that it has alone', () => {
    const parts: Array<Part> = [
      {type: 'source-url', sourceId: '1', url: 'https://x.org', title: 'X'},
      {type: 'source-document', sourceId: '2', mediaType: 'a/b', title: 'Y'},
      {type: 'data-weather', data: {a: 1}}
    ].map(value => ({type: 'other', kind: value.type, value}))
    const chat = fromMessages([{role: 'assistant', parts}])
    const [message] = toAiSdkUi(chat)
    expect(message?.parts).toEqual(
      parts.map(part => part.type === 'other' && part.value)
    )
    expect(listLosses(options => toAiSdkUi(chat, options))).toEqual([])
    expect(fromAiSdkUi(toAiSdkUi(chat))).toEqual(chat)
  })

  test('should write what a provider did with a tool of its own', () => {
    const [message] = toAiSdkUi(
      fromMessages([{role: 'assistant', parts: serverParts}])
    )
    expect(message?.parts).toEqual([serverTool])
    const [call, result] = serverParts
    const bare = {
      type: 'tool-call',
      toolCallId: 's',
      toolName: 'web',
      input: {},
      providerExecuted: true
    }
    const outputs: Array<[object, unknown]> = [
      [
        {type: 'execution-denied'},
        {state: 'output-error', errorText: 'Denied'}
      ],
      [
        {type: 'execution-denied', reason: 'No'},
        {state: 'output-error', errorText: 'No'}
      ],
      [
        {type: 'error-text', value: 'No'},
        {state: 'output-error', errorText: 'No'}
      ]
    ]
    for (const [output, outcome] of outputs) {
      const value = {
        type: 'tool-result',
        toolCallId: 's',
        toolName: 'web',
        output
      }
      const parts: Array<Part> = [
        {type: 'other', kind: 'tool-call', value: bare},
        {type: 'other', kind: 'tool-result', value}
      ]
      const [written] = toAiSdkUi(fromMessages([{role: 'assistant', parts}]))
      expect(written?.parts[0]).toMatchObject(outcome as object)
    }
    expect([call, result]).toHaveLength(2)
  })
})

/** Parts of an assistant, the result, and losses. */
const reads: Array<[string, Array<object>, Array<Part>, Array<string>]> = [
  [
    'a file, and keys that have no place',
    [
      {type: 'file', mediaType: 'a/b', url: 'data:a/b;base64,AAAA', x: 1},
      {type: 'file', mediaType: 'a/b', url: 'https://x.org', filename: 'a'}
    ],
    [
      {type: 'file', mediaType: 'a/b', data: 'AAAA'},
      {type: 'file', mediaType: 'a/b', url: 'https://x.org', name: 'a'}
    ],
    ['extra-dropped 0.parts.0.x']
  ],
  [
    'steps, with results after other parts',
    [
      {type: 'step-start'},
      {
        type: 'tool-f',
        toolCallId: 'c',
        state: 'output-available',
        input: {a: 1},
        output: 'b',
        title: 'F'
      },
      {type: 'text', text: 'Wait.', state: 'done'},
      {type: 'step-start'},
      {type: 'reasoning', text: 'Hm.'},
      {type: 'step-start'},
      {type: 'text', text: 'Done.'}
    ],
    [
      {type: 'tool-call', name: 'f', id: 'c', input: {a: 1}},
      {type: 'text', text: 'Wait.'},
      {type: 'tool-result', name: 'f', id: 'c', output: 'b'},
      {type: 'reasoning', text: 'Hm.'},
      {type: 'text', text: 'Done.'}
    ],
    ['extra-dropped 0.parts.1.title', 'parts-joined 0.parts.5']
  ],
  [
    'calls in each state',
    [
      {type: 'tool-f', toolCallId: 'a', state: 'input-streaming'},
      {type: 'tool-f', toolCallId: 'b', state: 'input-available', input: 1},
      {type: 'tool-f', toolCallId: 'c', state: 'approval-requested'},
      {type: 'tool-f', toolCallId: 'd', state: 'output-denied', input: 1},
      {
        type: 'tool-f',
        toolCallId: 'e',
        state: 'output-error',
        rawInput: '{',
        errorText: 'No'
      },
      {type: 'tool-f', toolCallId: 'f', state: 'output-error', input: 1},
      {type: 'tool-f', toolCallId: 'g', state: 'output-available', input: 1}
    ],
    [
      {type: 'tool-call', name: 'f', id: 'b', input: 1},
      {type: 'tool-call', name: 'f', id: 'c', input: {}},
      {type: 'tool-call', name: 'f', id: 'd', input: 1},
      {type: 'tool-call', name: 'f', id: 'e', input: '{', raw: '{'},
      {type: 'tool-call', name: 'f', id: 'f', input: 1},
      {type: 'tool-call', name: 'f', id: 'g', input: 1},
      {type: 'tool-result', name: 'f', id: 'd', output: 'Denied', error: true},
      {type: 'tool-result', name: 'f', id: 'e', output: 'No', error: true},
      {type: 'tool-result', name: 'f', id: 'f', output: '', error: true},
      {type: 'tool-result', name: 'f', id: 'g', output: null}
    ],
    [
      'unknown-part 0.parts.0',
      'unknown-part 0.parts.2.state',
      'unknown-part 0.parts.3.state'
    ]
  ],
  [
    'what a provider did with a tool of its own',
    [
      serverTool,
      {
        type: 'tool-web',
        toolCallId: 't',
        state: 'input-available',
        input: 1,
        providerExecuted: true
      },
      {
        type: 'tool-web',
        toolCallId: 'u',
        state: 'output-available',
        input: 1,
        output: 'a',
        providerExecuted: true
      },
      {
        type: 'tool-web',
        toolCallId: 'v',
        state: 'output-error',
        input: 1,
        errorText: 'a',
        providerExecuted: true
      }
    ],
    [
      ...serverParts,
      toServerCall('t'),
      toServerCall('u'),
      toServerResult('u', 'text'),
      toServerCall('v'),
      toServerResult('v', 'error-json')
    ],
    []
  ],
  [
    'a part that is new',
    [{type: 'new', x: 1}],
    [{type: 'other', kind: 'new', value: {type: 'new', x: 1}}],
    []
  ]
]

function toServerCall(toolCallId: string): Part {
  const value = {
    type: 'tool-call',
    toolCallId,
    toolName: 'web',
    input: 1,
    providerExecuted: true
  }
  return {type: 'other', kind: 'tool-call', value}
}

function toServerResult(toolCallId: string, type: string): Part {
  const value = {
    type: 'tool-result',
    toolCallId,
    toolName: 'web',
    output: {type, value: 'a'}
  }
  return {type: 'other', kind: 'tool-result', value}
}

describe('fromAiSdkUi', () => {
  test.each(reads)('should read %s', (_name, given, parts, lost) => {
    const value = [{id: 'a', role: 'assistant', parts: given}]
    expect(toMessages(fromAiSdkUi(value, {metadata: 'none'}))).toEqual([
      {role: 'assistant', parts}
    ])
    expect(listLosses(options => fromAiSdkUi(value, options))).toEqual(lost)
  })

  test('should read metadata, and leave out an id that was made', () => {
    const parts = [{type: 'text', text: 'Hi'}]
    const messages = [
      {id: 'msg_1', role: 'user', parts},
      {
        id: 'msg_1',
        role: 'user',
        parts,
        metadata: {model: 'm', name: 'n', time: 't', weight: 1, a: 1},
        createdAt: 'x'
      },
      {role: 'user', parts, metadata: 1},
      {role: 'user', parts, metadata: {weight: 2}}
    ]
    expect(toMessages(fromAiSdkUi({messages}))).toEqual([
      {role: 'user', parts},
      {
        role: 'user',
        parts,
        id: 'msg_1',
        model: 'm',
        name: 'n',
        time: 't',
        weight: 1,
        extra: {metadata: {a: 1}, createdAt: 'x'}
      },
      {role: 'user', parts, extra: {metadata: 1}},
      {role: 'user', parts, extra: {metadata: {weight: 2}}}
    ])
  })

  test('should say where a value has another shape', () => {
    const parts = [{type: 'tool-f', toolCallId: 1, state: 'input-available'}]
    expect(() => fromAiSdkUi([{role: 'user', parts}])).toThrow(
      new TypeError(
        'Expected a string at `[0].parts[0].toolCallId` of messages of the AI SDK'
      )
    )
  })
})

describe('aiSdkUi', () => {
  test('should know messages by their parts', () => {
    const message = {id: '1', parts: []}
    const yes = [[message], {messages: [message]}]
    const no = [1, [], [1], [{...message, content: 'a'}], {messages: 1}]
    expect(yes.every(value => aiSdkUi.detect?.(value))).toBe(true)
    expect(no.some(value => aiSdkUi.detect?.(value))).toBe(false)
  })

  test('should read one chat', () => {
    expect(aiSdkUi.from?.([])).toEqual([fromMessages([])])
    expect(aiSdkUi.to?.(parse('Hi'))).toEqual(toAiSdkUi(parse('Hi')))
  })
})
