import {stringify} from 'chatmd'
import {fromGrokExport, grokExport, toMessages} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

const value = {
  conversations: [
    {
      conversation: {
        id: 'c1',
        title: 'Rivers',
        create_time: '2026-01-01T00:00:00Z',
        modify_time: {$date: {$numberLong: '1767229200000'}}
      },
      responses: [
        {
          response: {
            _id: 'a',
            sender: 'human',
            message: 'The linked list and its links were cited',
            model: 'grok-3',
            create_time: {$date: {$numberLong: '1767225600000'}}
          }
        },
        {
          response: {
            _id: 'b',
            parent_response_id: 'a',
            sender: 'ASSISTANT',
            message: 'The Nile.',
            model: 'grok-3',
            create_time: {$date: '2026-01-01T00:00:01Z'}
          }
        }
      ]
    }
  ]
}

function read(responses: ReadonlyArray<object>) {
  const {losses, onLoss} = collectLosses()
  const item = {
    conversation: {},
    responses: responses.map(response => ({response}))
  }
  const [chat] = fromGrokExport(item, {onLoss})
  return {messages: chat ? toMessages(chat) : [], losses}
}

describe('fromGrokExport', () => {
  test('should make a note of a conversation', () => {
    const [chat] = fromGrokExport(value)
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
created: "2026-01-01T00:00:00Z"
updated: "2026-01-01T01:00:00.000Z"
id: c1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"id":"a","time":"2026-01-01T00:00:00.000Z"} -->

The linked list and its links were cited

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (grok-3)</span> <!-- {"id":"b","time":"2026-01-01T00:00:01Z"} -->

The Nile.
`)
  })

  test('should be told by its shape', () => {
    expect(grokExport.detect?.(value)).toBe(true)
    expect(grokExport.detect?.(value.conversations)).toBe(true)
    expect(grokExport.detect?.(value.conversations[0])).toBe(true)
    for (const other of [null, [], {}, {conversation: {}}, {responses: []}]) {
      expect(grokExport.detect?.(other)).toBe(false)
    }
    expect(grokExport.from?.({conversation: {}})).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse another shape', () => {
    const wrong = {conversation: {}, responses: [{response: {message: 1}}]}
    expect(() => fromGrokExport([wrong])).toThrow(
      new TypeError(
        'Expected a string at `message` of response 0 of item `0` of an export of Grok'
      )
    )
  })
})

test('should take the newest branch', () => {
  const {messages, losses} = read([
    {_id: 'a', sender: 'human', message: 'a'},
    {_id: 'b', parent_response_id: 'a', message: 'b', create_time: 2},
    {_id: 'c', parent_response_id: 'a', message: 'c', create_time: 1}
  ])
  expect(messages.map(({id}) => id)).toEqual(['a', 'b'])
  expect(losses).toEqual(['branch-dropped responses.2.response'])
})

test('should keep files, and say what it has no place for', () => {
  const {messages, losses} = read([
    {file_attachments: ['f1', {id: 1}], message: ''},
    {sender: 'human', message: 'a'},
    {message: '', steps: [{text: 'x'}], partial: false, metadata: {}},
    {message: 'b', steps: [1]}
  ])
  expect(messages.map(({parts}) => parts)).toEqual([
    [
      {type: 'file', ref: 'f1'},
      {type: 'other', kind: 'file', value: {id: 1}}
    ],
    [{type: 'text', text: 'a'}],
    [{type: 'text', text: 'b'}]
  ])
  expect(losses).toEqual([
    'extra-dropped responses.2.response.steps',
    'file-unresolved responses.0.response.file_attachments.0'
  ])
})
