import {describe, expect, test} from 'vitest'
import {judge} from './judge.ts'
import type {ShapeName} from './schema-file.ts'

/** For each type a value that fits, and changes that make it wrong. */
const cases: Array<[Array<ShapeName>, object, Array<object>]> = [
  [
    ['OpenaiChat6', 'OpenaiChat7'],
    {model: 'm', messages: [{role: 'user', content: 'a'}]},
    [
      {messages: [{role: 'user', content: 'a', weight: 1}]},
      {messages: [{role: 'user'}]},
      {messages: [{role: 'tool', content: 'a'}]},
      {messages: [{role: 'user', content: [{type: 'refusal', refusal: 'a'}]}]},
      {system: 'a'},
      {temperature: 'hot'}
    ]
  ],
  [
    ['OpenaiResponses6', 'OpenaiResponses7'],
    {model: 'm', input: [{role: 'user', content: 'a'}]},
    [
      {input: [{role: 'tool', content: 'a'}]},
      {input: [{role: 'user', content: [{type: 'text', text: 'a'}]}]},
      {input: [{type: 'function_call', name: 'f', arguments: '{}'}]},
      {stop: ['a']}
    ]
  ],
  [
    ['AnthropicMessages'],
    {model: 'm', max_tokens: 1, messages: [{role: 'user', content: 'a'}]},
    [
      {temperature: 0},
      {max_tokens: null},
      {messages: [{role: 'tool', content: 'a'}]},
      {messages: [{role: 'assistant', content: [{type: 'thinking'}]}]},
      {stop: ['a']}
    ]
  ],
  [
    ['GeminiSdk2', 'GeminiSdk3'],
    {model: 'm', contents: [{role: 'user', parts: [{text: 'a'}]}]},
    [
      {contents: [{role: 'user', parts: [{thought: 'a'}]}]},
      {contents: [{role: 'user', content: 'a'}]},
      {config: {temperature: 'hot'}},
      {generationConfig: {}}
    ]
  ],
  [
    ['GeminiRest2', 'GeminiRest3'],
    {contents: [{role: 'user', parts: [{text: 'a'}]}]},
    [
      {contents: [{role: 'user', parts: [{functionCall: {args: 'a'}}]}]},
      {systemInstruction: 'a'},
      {generationConfig: {temperature: 'hot'}},
      {config: {}}
    ]
  ]
]

describe('judge', () => {
  for (const [names, good, changes] of cases) {
    for (const name of names) {
      test(`should know right from wrong: ${name}`, () => {
        expect(judge(name, good)).toEqual([])
        for (const change of changes) {
          expect(judge(name, {...good, ...change}), show(change)).not.toEqual(
            []
          )
        }
      })
    }
  }
})

function show(value: object): string {
  return JSON.stringify(value)
}
