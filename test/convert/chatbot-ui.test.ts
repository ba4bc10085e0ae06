import {stringify} from 'chatmd'
import {chatbotUi, fromChatbotUi, toMessages} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

const conversation = {
  id: 'c1',
  name: 'Rivers',
  messages: [
    {role: 'user', content: 'The linked list and its links were cited'},
    {role: 'assistant', type: 'text', content: 'The Nile.'}
  ],
  model: {id: 'gpt-4o', name: 'GPT-4o', maxLength: 1},
  prompt: 'Be brief.',
  temperature: 0.5,
  folderId: null
}

describe('fromChatbotUi', () => {
  test('should make a note of a conversation', () => {
    const {losses, onLoss} = collectLosses()
    const prompts = [{name: 'Saved', content: 'x'}, 1]
    const value = {version: 4, history: [conversation], folders: [], prompts}
    const [chat] = fromChatbotUi(value, {onLoss})
    expect(chat && stringify(chat)).toBe(`---
title: Rivers
id: c1
temperature: 0.5
model: gpt-4o
system_commands: [Be brief.]
---

The linked list and its links were cited

<hr class="__chatgpt_plugin">

### role::assistant

The Nile.
`)
    expect(losses).toEqual([
      'hidden-dropped prompts.0',
      'hidden-dropped prompts.1'
    ])
  })

  test('should be told by its shape', () => {
    expect(chatbotUi.detect?.({history: [conversation]})).toBe(true)
    expect(chatbotUi.detect?.([conversation])).toBe(true)
    const {prompt: _, ...rest} = conversation
    for (const other of [null, [], {}, {history: []}, rest, {messages: []}]) {
      expect(chatbotUi.detect?.(other)).toBe(false)
    }
    expect(fromChatbotUi([conversation])).toHaveLength(1)
    expect(chatbotUi.from?.({id: 1, messages: []})).toEqual([
      {type: 'chat', config: {id: '1'}, children: []}
    ])
  })

  test('should refuse another shape', () => {
    expect(() => fromChatbotUi({history: [{messages: [{}]}]})).toThrow(
      new TypeError(
        'Expected a string at `role` of message 0 of item `history.0` of an export of Chatbot UI'
      )
    )
    expect(() => fromChatbotUi([], {branches: 'none' as 'all'})).toThrow(
      new TypeError('Expected `all` or `current` as `branches`')
    )
  })
})

test('should keep contents that are no text, and say what it has no place for', () => {
  const {losses, onLoss} = collectLosses()
  const messages = [
    {role: 'assistant', content: [{type: 'image_url', image_url: {url: 'u'}}]},
    {role: 'user', content: null, plugin: 'search'}
  ]
  const [chat] = fromChatbotUi({messages}, {onLoss})
  expect(chat && toMessages(chat).map(({parts}) => parts)).toEqual([
    [
      {
        type: 'other',
        kind: 'content',
        value: [{type: 'image_url', image_url: {url: 'u'}}]
      }
    ]
  ])
  expect(losses).toEqual(['extra-dropped messages.1.plugin'])
})
