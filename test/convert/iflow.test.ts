import {claudeCode, fromClaudeCode, toMessages} from 'chatmd/convert'
import {expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

/** A line, as iFlow CLI has it: each answer names the question as its parent. */
function toLine(uuid: string, parentUuid: string | null, message: object) {
  const type = uuid.startsWith('a') ? 'assistant' : 'user'
  return {type, uuid, parentUuid, message}
}

function toCall(id: string) {
  return {type: 'tool_use', id, name: 'read', input: {path: id}}
}

function toResult(id: string, response: unknown, more: object = {}) {
  const responseParts = {functionResponse: {id, response}}
  const content = {callId: id, responseParts, ...more}
  return {type: 'tool_result', tool_use_id: id, content}
}

const lines = [
  toLine('u1', null, {content: 'The linked list and its links were cited'}),
  toLine('a1', 'u1', {content: [{type: 'text', text: 'Hm.'}, toCall('c1')]}),
  toLine('a2', 'u1', {content: [toCall('c1'), toCall('c2')]}),
  toLine('u2', 'a2', {
    content: [toResult('c1', {output: 'A'}, {resultDisplay: 'a'})]
  }),
  toLine('u3', 'a2', {content: [toResult('c2', {error: 'No'})]}),
  toLine('a3', 'u1', {content: [toCall('c2'), 'Done.']}),
  {type: 'user', message: null},
  toLine('u4', 'a3', {
    content: [
      {type: 'tool_result', content: {responseParts: {}}},
      {type: 'tool_use', name: 'f'}
    ]
  })
]

test('should read answers of iFlow in order, and calls once', () => {
  const {losses, onLoss} = collectLosses()
  expect(claudeCode.detect?.(lines)).toBe(true)
  const [chat, ...rest] = fromClaudeCode(lines, {onLoss, branches: 'all'})
  expect(rest).toEqual([])
  expect(chat && toMessages(chat).map(({parts}) => parts)).toEqual([
    [{type: 'text', text: 'The linked list and its links were cited'}],
    [
      {type: 'text', text: 'Hm.'},
      {type: 'tool-call', name: 'read', id: 'c1', input: {path: 'c1'}},
      {type: 'tool-call', name: 'read', id: 'c2', input: {path: 'c2'}},
      {type: 'tool-result', name: 'read', id: 'c1', output: 'A'},
      {type: 'tool-result', name: 'read', id: 'c2', output: {error: 'No'}},
      {type: 'text', text: 'Done.'},
      {type: 'tool-result', name: '', output: {}}
    ],
    [{type: 'text', text: '```json tool-call f\nnull\n```'}]
  ])
  expect(losses).toEqual([
    'extra-dropped 3.message.content.0.content.resultDisplay',
    'unknown-part 6',
    'step-metadata 1',
    'unknown-part messages.2.parts.0'
  ])
})
