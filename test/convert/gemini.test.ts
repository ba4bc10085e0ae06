import type {Chat} from 'chatmd'
import {parse, stringify} from 'chatmd'
import {fromGemini, gemini, toGemini} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readGemini} from '../../src/convert/gemini/read.ts'
import {writeGemini} from '../../src/convert/gemini/write.ts'
import type {ChatMessage, Part} from '../../src/convert/message.ts'
import {chat as anyChat} from '../util/arbitrary.ts'
import {anyMessages, plainMessages} from '../util/conversation.ts'
import {collectLosses, refuseLoss} from '../util/losses.ts'

const note = `---
model: gemini@gemini-3-pro
temperature: 0
max_tokens: 512
stop: [END]
system_commands: [Be brief., Be kind.]
---
How is it in Paris?

<hr class="__chatgpt_plugin">

role::assistant

> [!reasoning]- <!-- { "thoughtSignature": "c2ln" } -->
> I should look.

\`\`\`json tool-call get_weather call_1 { "thoughtSignature": "c2ln" }
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-result get_weather call_1
18 °C
\`\`\`

It is 18 °C.
`

const contents = [
  {role: 'user', parts: [{text: 'How is it in Paris?'}]},
  {
    role: 'model',
    parts: [
      {text: 'I should look.', thought: true, thoughtSignature: 'c2ln'},
      {
        functionCall: {
          id: 'call_1',
          name: 'get_weather',
          args: {city: 'Paris'}
        },
        thoughtSignature: 'c2ln'
      }
    ]
  },
  {
    role: 'user',
    parts: [
      {
        functionResponse: {
          id: 'call_1',
          name: 'get_weather',
          response: {output: '18 °C'}
        }
      }
    ]
  },
  {role: 'model', parts: [{text: 'It is 18 °C.'}]}
]
const params = {temperature: 0, maxOutputTokens: 512, stopSequences: ['END']}
const systemInstruction = {parts: [{text: 'Be brief.'}, {text: 'Be kind.'}]}

const rest = {systemInstruction, contents, generationConfig: params}
const sdk = {
  model: 'gemini-3-pro',
  contents,
  config: {systemInstruction, ...params}
}

/** Write messages, and list losses as `code path`. */
function write(
  messages: Array<ChatMessage>,
  options: Parameters<typeof writeGemini>[1] = {},
  config: Chat['config'] = {}
) {
  const {losses, onLoss} = collectLosses()
  const written = writeGemini({config, messages}, {...options, onLoss})
  return {...written, losses}
}

/** Read a request, and list losses as `code path`. */
function read(value: unknown) {
  const {losses, onLoss} = collectLosses()
  return {...readGemini(value, {onLoss}), losses}
}

const said = (role: string, ...parts: Array<Part | string>): ChatMessage => ({
  role,
  parts: parts.map(part =>
    typeof part === 'string' ? {type: 'text', text: part} : part
  )
})

describe('forms', () => {
  test('should write a note as it goes over the wire', () => {
    const {losses, onLoss} = collectLosses()
    expect(toGemini(parse(note), {onLoss})).toEqual(rest)
    expect(losses).toEqual(['param-unsupported config.model'])
    expect(gemini.to?.(parse(note))).toEqual(rest)
  })

  test('should write a note for the package of Google', () => {
    const options = {form: 'sdk', onLoss: refuseLoss} as const
    expect(toGemini(parse(note), options)).toEqual(sdk)
    expect(toGemini(parse(''), {form: 'sdk', model: 'm'})).toEqual({
      model: 'm',
      contents: []
    })
    expect(toGemini(parse(''))).toEqual({contents: []})
  })

  test('should read both as the note that it was', () => {
    const [chat] = gemini.from?.(sdk) ?? []
    expect(chat).toEqual(fromGemini(sdk, {onLoss: refuseLoss}))
    expect(chat && parse(stringify(chat))).toMatchObject({
      config: {...parse(note).config, model: 'gemini-3-pro'},
      children: parse(note).children.map(({role, value}) => ({role, value}))
    })
    expect(chat && toGemini(chat, {form: 'sdk'})).toEqual(sdk)
    const other = fromGemini(rest, {onLoss: refuseLoss})
    expect(other).toEqual({
      ...chat,
      config: {...chat?.config, model: undefined}
    })
    expect(toGemini(other)).toEqual(rest)
  })

  test('should keep keys that no chat has for itself, in both forms', () => {
    const wire = {
      contents: [{role: 'user', parts: [{text: 'a'}]}],
      tools: [{googleSearch: {}}],
      generationConfig: {topK: 1, temperature: 1}
    }
    const local = {
      model: 'm',
      contents: wire.contents,
      config: {tools: [{googleSearch: {}}], topK: 1, temperature: 1}
    }
    expect(toGemini(fromGemini(wire))).toEqual(wire)
    expect(toGemini(fromGemini(local), {form: 'sdk'})).toEqual(local)
    expect(toGemini(fromGemini(wire), {form: 'sdk', model: 'm'})).toEqual(local)
  })

  test('should refuse one that is none', () => {
    expect(() =>
      // @ts-expect-error: no such form.
      toGemini(parse(''), {form: 'xml'})
    ).toThrow(
      new TypeError('Unexpected `options.form` `xml`, expected `rest` or `sdk`')
    )
  })

  test('should have a place for most settings', () => {
    const config = {
      ...{top_p: 1, presence_penalty: 1, frequency_penalty: 2, n: 3},
      ...{stop: 'x', stream: true, user: 'u', logit_bias: {a: 1}}
    }
    const {losses, ...written} = write([], {}, config)
    expect(written).toEqual({
      contents: [],
      generationConfig: {
        topP: 1,
        stopSequences: ['x'],
        presencePenalty: 1,
        frequencyPenalty: 2,
        candidateCount: 3
      }
    })
    expect(losses).toEqual([
      'param-unsupported config.stream',
      'param-unsupported config.logit_bias',
      'param-unsupported config.user'
    ])
    expect(read(written).config).toEqual({
      ...{top_p: 1, presence_penalty: 1, frequency_penalty: 2, n: 3},
      stop: ['x']
    })
  })
})

describe('instructions', () => {
  test('should stand apart', () => {
    const result = write([
      said('developer', 'a'),
      said('user', 'b'),
      said('system', 'c', {type: 'refusal', text: 'No'}),
      said('system', '')
    ])
    expect(result).toEqual({
      systemInstruction: {parts: [{text: 'a'}, {text: 'c\n\nNo'}]},
      contents: [{role: 'user', parts: [{text: 'b'}]}],
      losses: [
        'role-changed messages.0.role',
        'system-moved messages.2',
        'unknown-part messages.2.parts.1',
        'system-moved messages.3',
        'empty-turn-dropped messages.3'
      ]
    })
  })
})

const call = {type: 'tool-call', name: 'f', input: {}} as const
const signed = {...call, meta: {thoughtSignature: 'x'}}
const result = {type: 'tool-result', name: 'f', output: ''} as const

describe('signatures', () => {
  const messages = [
    said('user', 'a'),
    said('assistant', call, result),
    said('user', 'b'),
    said('assistant', 'c', call, call, result, result, signed, result, 'd')
  ]
  const functionCall = {name: 'f', args: {}}

  test('should report calls after the last question that have none', () => {
    const written = write(messages)
    expect(written.losses).toEqual(['reasoning-unsigned messages.3'])
    expect(written.contents[1]?.parts).toEqual([{functionCall}])
    expect(written.contents[4]?.parts).toEqual([
      {text: 'c'},
      {functionCall},
      {functionCall}
    ])
  })

  test('should turn off the check, if asked to', () => {
    const written = write(messages, {unsignedCalls: 'skip-validator'})
    expect(written.losses).toEqual(['reasoning-unsigned messages.3'])
    expect(written.contents[1]?.parts).toEqual([{functionCall}])
    expect(written.contents[4]?.parts).toEqual([
      {text: 'c'},
      {functionCall, thoughtSignature: 'skip_thought_signature_validator'},
      {functionCall}
    ])
    expect(written.contents[6]?.parts).toEqual([
      {functionCall, thoughtSignature: 'x'}
    ])
  })
})

const file = (rest: object): Part => ({type: 'file', ...rest})

/** A message, its parts, and losses. */
const cases: Array<[string, ChatMessage, Array<object>, Array<string>?]> = [
  [
    'files',
    said(
      'user',
      file({mediaType: 'image/png', data: 'AA=='}),
      file({mediaType: 'video/mp4', url: 'gs://a/b'}),
      file({mediaType: 'application/pdf', url: 'https://a.b/c', name: 'x'}),
      file({mediaType: 'image/*', url: 'https://a.b/c'}),
      file({mediaType: 'image/png', url: 'c.png'}),
      file({ref: 'file-1'})
    ),
    [
      {inlineData: {mimeType: 'image/png', data: 'AA=='}},
      {fileData: {mimeType: 'video/mp4', fileUri: 'gs://a/b'}},
      {fileData: {mimeType: 'application/pdf', fileUri: 'https://a.b/c'}},
      {text: '![](https://a.b/c)\n\n![](c.png)'}
    ],
    [
      'name-dropped messages.0.parts.2.name',
      'model-dependent messages.0.parts.2.url',
      'url-unsupported messages.0.parts.3',
      'file-unresolved messages.0.parts.4',
      'file-unresolved messages.0.parts.5'
    ]
  ],
  [
    'what it does not know, as text',
    said('narrator', {type: 'reasoning', text: 'hm'}, '', {
      type: 'other',
      kind: 'gemini:x',
      value: {x: 1}
    }),
    [{text: '> [!reasoning]-\n> hm'}, {x: 1}],
    ['role-changed messages.0.role', 'unknown-part messages.0.parts.0']
  ]
]

/** Parts of an answer, those of the request, and losses. */
const answers: typeof cases = [
  [
    'thoughts',
    said(
      'assistant',
      {type: 'reasoning', text: 'a'},
      {type: 'reasoning', text: 'b', meta: {signature: 'x'}},
      {type: 'reasoning', text: ''},
      {type: 'reasoning', text: '', meta: {thoughtSignature: 'x'}}
    ),
    [
      {text: 'a', thought: true},
      {text: 'b', thought: true},
      {text: '', thought: true, thoughtSignature: 'x'}
    ],
    [
      'extra-dropped messages.0.parts.1.meta.signature',
      'reasoning-dropped messages.0.parts.2'
    ]
  ],
  [
    'arguments that are no object',
    said(
      'assistant',
      {type: 'tool-call', name: 'f', id: 'c', input: [1]},
      {type: 'tool-call', name: 'g', input: undefined},
      {type: 'tool-result', name: 'f', id: 'c', output: ''},
      {type: 'tool-result', name: 'g', output: ''}
    ),
    [
      {functionCall: {id: 'c', name: 'f', args: {value: [1]}}},
      {functionCall: {name: 'g', args: {}}}
    ],
    ['tool-args-not-json messages.0.parts.0.input']
  ]
]

describe('parts', () => {
  for (const [name, message, parts, losses = []] of cases) {
    test(`should write ${name}`, () => {
      const result = write([message])
      expect(result.contents).toEqual([{role: 'user', parts}])
      expect(result.losses).toEqual(losses)
    })
  }

  for (const [name, message, parts, losses = []] of answers) {
    test(`should write ${name}`, () => {
      const result = write([message, said('user', 'x')])
      expect(result.contents[0]).toEqual({role: 'model', parts})
      expect(result.losses).toEqual(losses)
    })
  }

  test('should leave out messages that say nothing', () => {
    const result = write([{...said('user', ''), id: 'x'}])
    expect(result.contents).toEqual([])
    expect(result.losses).toEqual([
      'id-dropped messages.0.id',
      'empty-turn-dropped messages.0'
    ])
  })

  test('should write results such that they are read as they were', () => {
    const outputs: Array<[{output: unknown; error?: true}, object]> = [
      [{output: 'a'}, {output: 'a'}],
      [{output: {a: 1}}, {a: 1}],
      [{output: {output: 1}}, {output: {output: 1}}],
      [{output: {error: 1}}, {output: {error: 1}}],
      [{output: {output: 1, error: 1}}, {output: 1, error: 1}],
      [{output: {}}, {}],
      [{output: [1]}, {output: [1]}],
      [{output: 'a', error: true}, {error: 'a'}]
    ]
    const message = said(
      'assistant',
      ...outputs.map(() => call),
      ...outputs.map(([output]): Part => ({...result, ...output}))
    )
    const {losses, ...written} = write([said('user', 'a'), message])
    expect(written.contents[2]?.parts).toEqual(
      outputs.map(([, response]) => ({
        functionResponse: {name: 'f', response}
      }))
    )
    expect(losses).toEqual(['reasoning-unsigned messages.1'])
    expect(readGemini(written).messages[1]).toEqual(message)
  })
})

/** Parts, those of the message, and losses. */
const readCases: Array<[string, Array<object>, Array<Part>, Array<string>?]> = [
  [
    'texts and thoughts',
    [
      {text: 'a', thoughtSignature: 'x', videoMetadata: {}},
      {text: 'b', thought: true},
      {text: '', thought: true, thought_signature: 'x'}
    ],
    [
      {type: 'text', text: 'a'},
      {type: 'reasoning', text: 'b'},
      {type: 'reasoning', text: '', meta: {thoughtSignature: 'x'}}
    ],
    [
      'extra-dropped contents.0.parts.0.videoMetadata',
      'reasoning-dropped contents.0.parts.0.thoughtSignature'
    ]
  ],
  [
    'files',
    [
      {inlineData: {mimeType: 'image/png', data: 'AA==', displayName: 'a'}},
      {file_data: {mime_type: 'video/mp4', file_uri: 'gs://a/b', x: 1}}
    ],
    [
      file({mediaType: 'image/png', name: 'a', data: 'AA=='}),
      file({mediaType: 'video/mp4', url: 'gs://a/b'})
    ],
    ['extra-dropped contents.0.parts.1.x']
  ],
  [
    'what it does not know whole',
    [{executableCode: {code: 'x'}}, {}],
    [
      {
        type: 'other',
        kind: 'gemini:executableCode',
        value: {executableCode: {code: 'x'}}
      },
      {type: 'other', kind: 'gemini:part', value: {}}
    ]
  ],
  [
    'calls and results',
    [
      {functionCall: {name: 'f'}, thoughtSignature: 'x'},
      {functionCall: {id: 'c', name: 'g', args: {a: 1}}},
      {functionResponse: {name: 'f'}},
      {
        functionResponse: {
          id: 'c',
          name: 'g',
          response: {error: 'no'},
          willContinue: true
        }
      }
    ],
    [
      {
        type: 'tool-call',
        name: 'f',
        input: {},
        meta: {thoughtSignature: 'x'}
      },
      {type: 'tool-call', name: 'g', id: 'c', input: {a: 1}},
      {type: 'tool-result', name: 'f', output: {}},
      {type: 'tool-result', name: 'g', id: 'c', output: 'no', error: true}
    ],
    ['extra-dropped contents.0.parts.3.willContinue']
  ]
]

describe('reading', () => {
  for (const [name, parts, expected, losses = []] of readCases) {
    test(`should read ${name}`, () => {
      const result = read({contents: [{role: 'model', parts}]})
      expect(result.messages).toEqual([{role: 'assistant', parts: expected}])
      expect(result.losses).toEqual(losses)
    })
  }

  test('should read contents in each way that they are written', () => {
    const a = said('user', 'a')
    expect(read({contents: 'a'}).messages).toEqual([a])
    expect(read({contents: {text: 'a'}}).messages).toEqual([a])
    expect(read([{parts: [{text: 'a'}]}]).messages).toEqual([a])
    expect(read(['a', {text: 'b'}]).messages).toEqual([said('user', 'a', 'b')])
    expect(read([{role: 'user'}, 'a', {role: 'user', parts: ['b']}])).toEqual({
      config: {},
      messages: [{role: 'user', parts: []}, a, said('user', 'b')],
      losses: []
    })
  })

  test('should read instructions in each way that they are written', () => {
    const contents: Array<object> = []
    const a = [said('system', 'a')]
    const system_instruction = {parts: [{text: 'a', thought: true}]}
    const snake = read({contents, system_instruction, model: ''})
    expect(snake.messages).toEqual(a)
    expect(snake.losses).toEqual([
      'extra-dropped systemInstruction.parts.thought'
    ])
    const config = {systemInstruction: 'a'}
    expect(read({contents, config}).messages).toEqual(a)
    expect(
      read({contents, systemInstruction: [{role: 'system'}, {text: 'a'}]})
        .messages
    ).toEqual(a)
  })

  test('should read results, and what is said with them', () => {
    const functionResponse = {name: 'f', response: {output: 'a'}}
    const parts = [{functionResponse}, {text: 'b'}]
    expect(read([{role: 'user', parts, x: 1}])).toEqual({
      config: {},
      messages: [
        {role: 'assistant', parts: [{...result, output: 'a'}]},
        said('user', 'b')
      ],
      losses: ['extra-dropped contents.0.x']
    })
  })

  test('should refuse what is no request', () => {
    expect(() => fromGemini({})).toThrow(
      new TypeError('Expected a list at `contents` of a Gemini request')
    )
    expect(() => fromGemini({contents: [{parts: [{text: 1}]}]})).toThrow(
      new TypeError(
        'Expected a string at `contents[0].parts[0].text` of a Gemini request'
      )
    )
    expect(() => fromGemini(1)).toThrow(TypeError)
    const functionCall = {name: 'f', args: 1}
    expect(() => fromGemini([{parts: [{functionCall}]}])).toThrow(
      'Expected an object at `contents[0].parts[0].functionCall.args` of a Gemini request'
    )
  })

  test('should change no prose', () => {
    const contents = 'The linked list and its links were cited'
    const {children} = fromGemini({contents})
    expect(children[0]?.value).toBe(contents)
  })
})

describe('laws', () => {
  test('should read back what it keeps, in both forms', () => {
    fc.assert(
      fc.property(
        plainMessages,
        fc.constantFrom<'rest' | 'sdk'>('rest', 'sdk'),
        (messages, form) => {
          const model = form === 'sdk' ? {model: 'm'} : {}
          const config = {...model, temperature: 1, stop: ['x']}
          const options = {form, onLoss: refuseLoss}
          const written = writeGemini({config, messages}, options)
          const read = readGemini(written, {onLoss: refuseLoss})
          expect(read).toEqual({config, messages})
        }
      )
    )
  })

  test('should write again what it wrote, in both forms', () => {
    fc.assert(
      fc.property(
        anyMessages,
        fc.constantFrom<'rest' | 'sdk'>('rest', 'sdk'),
        (messages, form) => {
          const config = {model: 'm'}
          const written = writeGemini({config, messages}, {form})
          expect(writeGemini(readGemini(written), {form})).toEqual(written)
        }
      )
    )
  })

  test('should keep the texts of every chat', () => {
    fc.assert(
      fc.property(anyChat, chat => {
        const request = toGemini(chat, {blocks: false})
        const again = toGemini(fromGemini(request), {blocks: false})
        expect(again).toEqual(request)
      })
    )
  })
})
