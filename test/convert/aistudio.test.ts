import {describe, expect, test} from 'vitest'
import {aistudio, fromAistudio} from '../../src/convert/aistudio/index.ts'
import {aistudioImporter} from '../../src/convert/aistudio/read-prompt.ts'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {readExport} from '../../src/convert/import/read-export.ts'
import {stringify} from '../../src/index.ts'

const value = {
  runSettings: {
    temperature: 1,
    model: 'models/gemini-3-pro',
    topP: 0.95,
    topK: 64,
    maxOutputTokens: 100
  },
  systemInstruction: {parts: [{text: 'Be brief.'}]},
  chunkedPrompt: {
    chunks: [
      {role: 'user', text: 'Which?'},
      {
        role: 'model',
        text: 'Hm.',
        isThought: true,
        parts: [{text: 'Hm', thought: true}]
      },
      {role: 'model', text: 'The linked list and its links were cited'}
    ],
    pendingInputs: [{role: 'user', text: ''}]
  }
}

describe('fromAistudio', () => {
  test('should make a note of a prompt', () => {
    const [chat] = fromAistudio(value)
    expect(chat && stringify(chat)).toBe(`---
temperature: 1
top_p: 0.95
max_tokens: 100
model: gemini-3-pro
system_commands: [Be brief.]
---

Which?

<hr class="__chatgpt_plugin">

### role::assistant

> [!reasoning]-
> Hm.

The linked list and its links were cited
`)
  })

  test('should be told by its shape', () => {
    expect(aistudio.detect?.(value)).toBe(true)
    for (const other of [null, [], {}, {chunkedPrompt: {}}]) {
      expect(aistudio.detect?.(other)).toBe(false)
    }
    expect(
      aistudio.from?.({
        chunkedPrompt: {chunks: []},
        title: 'T',
        pendingInputs: [{text: 'a'}]
      })
    ).toEqual([
      {
        type: 'chat',
        config: {title: 'T'},
        children: [{type: 'turn', role: 'user', value: 'a'}]
      }
    ])
  })

  test('should refuse another shape', () => {
    expect(() => fromAistudio({chunkedPrompt: {}})).toThrow(
      new TypeError(
        'Expected a list at `chunkedPrompt.chunks` of a prompt of AI Studio'
      )
    )
  })
})

test('should read files and code', () => {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const chunks = [
    {role: 'user', driveImage: {id: 'a'}, driveDocument: {}},
    {role: 'model', executableCode: {code: '1'}, inlineImage: {data: 'AA=='}},
    {
      role: 'model',
      text: 'b',
      parts: [
        {text: 'b'},
        {inlineData: {data: 'AA=='}},
        {text: 'c', thought: true}
      ]
    },
    {text: 'c'}
  ]
  const all = readExport({chunkedPrompt: {chunks}}, aistudioImporter, {onLoss})
  expect(all[0]?.messages).toEqual([
    {
      role: 'user',
      parts: [{type: 'file'}, {type: 'file', mediaType: 'image/*', ref: 'a'}]
    },
    {
      role: 'assistant',
      parts: [
        {type: 'file', data: 'AA=='},
        {type: 'other', kind: 'executableCode', value: {code: '1'}},
        {type: 'text', text: 'b'},
        {type: 'file', data: 'AA=='}
      ]
    },
    {role: 'user', parts: [{type: 'text', text: 'c'}]}
  ])
  expect(losses).toEqual([
    'file-unresolved chunkedPrompt.chunks.0.driveDocument',
    'file-unresolved chunkedPrompt.chunks.0.driveImage'
  ])
})
