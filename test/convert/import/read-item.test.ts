import {describe, expect, test} from 'vitest'
import {readItem} from '../../../src/convert/import/read-item.ts'

type Value = Record<string, unknown>

describe('readItem', () => {
  test.each<[string, Value, unknown]>([
    ['a text', {role: 'user', content: 'a'}, [{type: 'text', text: 'a'}]],
    [
      'parts of a message',
      {
        type: 'message',
        content: [
          {type: 'input_text', text: 'a'},
          {type: 'output_text', text: ' '},
          {type: 'refusal', refusal: 'No.'},
          {type: 'input_image', image_url: 'u'},
          {type: 'input_image', file_id: 'f'},
          {type: 'x', a: 1},
          'b'
        ]
      },
      [
        {type: 'text', text: 'a'},
        {type: 'refusal', text: 'No.'},
        {type: 'file', mediaType: 'image/*', url: 'u'},
        {type: 'file', mediaType: 'image/*', ref: 'f'},
        {type: 'other', kind: 'x', value: {a: 1}},
        {type: 'text', text: 'b'}
      ]
    ],
    [
      'thoughts',
      {
        type: 'reasoning',
        summary: [{type: 'summary_text', text: 'a'}],
        content: ['b', {}]
      },
      [{type: 'reasoning', text: 'a\n\nb'}]
    ],
    [
      'encrypted thoughts',
      {type: 'reasoning', id: 'r', summary: [], encrypted_content: 'x'},
      [{type: 'reasoning', text: '', meta: {id: 'r', encrypted: 'x'}}]
    ],
    [
      'thoughts that took a while',
      {type: 'reasoning', duration: 3},
      [{type: 'reasoning', text: '', meta: {duration: 3}}]
    ],
    ['no thoughts', {type: 'reasoning', summary: []}, []],
    [
      'a call',
      {type: 'function_call', name: 'f', call_id: 'c', arguments: '{"a":1}'},
      [{type: 'tool-call', name: 'f', id: 'c', input: {a: 1}}]
    ],
    [
      'a call with a summary',
      {type: 'function_call', name: 'f', id: 'i', summary: 'S'},
      [
        {
          type: 'tool-call',
          name: 'f',
          id: 'i',
          input: null,
          meta: {summary: 'S'}
        }
      ]
    ],
    [
      'a call with a text',
      {type: 'custom_tool_call', name: 'f', input: 'ls'},
      [{type: 'tool-call', name: 'f', input: 'ls', raw: 'ls'}]
    ],
    [
      'a call with an object',
      {type: 'function_call', name: 'f', arguments: {a: 1}},
      [{type: 'tool-call', name: 'f', input: {a: 1}}]
    ],
    [
      'a result',
      {type: 'function_call_output', call_id: 'c', output: 'a'},
      [{type: 'tool-result', name: 'F', id: 'c', output: 'a'}]
    ],
    [
      'a result of no call',
      {
        type: 'custom_tool_call_output',
        name: 'g',
        output: [{type: 'input_text', text: 'a'}]
      },
      [{type: 'tool-result', name: 'g', output: 'a'}]
    ],
    [
      'a result with parts',
      {type: 'function_call_output', output: [{type: 'input_image'}]},
      [{type: 'tool-result', name: '', output: [{type: 'input_image'}]}]
    ],
    [
      'a result without an output',
      {type: 'function_call_output'},
      [{type: 'tool-result', name: '', output: ''}]
    ],
    [
      'anything else',
      {type: 'web_search_call', action: {}},
      [{type: 'other', kind: 'web_search_call', value: {action: {}}}]
    ]
  ])('should read %s', (_, item, parts) => {
    expect(readItem(item, new Map([['c', 'F']]))).toEqual(parts)
  })

  test('should remember the names of calls', () => {
    const names = new Map<string, string>()
    readItem({type: 'function_call', name: 'f', call_id: 'd'}, names)
    expect([...names]).toEqual([['d', 'f']])
  })
})
