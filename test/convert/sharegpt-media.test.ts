import {
  fromSharegpt,
  huggingface,
  sharegpt,
  toMessages,
  toSharegpt
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {collectLosses} from '../util/losses.ts'

const row = {
  conversations: [
    {from: 'human', value: '<image>Who<video>?<audio>'},
    {from: 'gpt', value: 'Ann.'}
  ],
  images: ['a.jpg'],
  videos: ['b.mp4'],
  audios: ['c.mp3']
}

describe('files of rows', () => {
  test('should be where their places are', () => {
    expect(toMessages(fromSharegpt(row))[0]?.parts).toEqual([
      {type: 'file', mediaType: 'image/jpeg', url: 'a.jpg'},
      {type: 'text', text: 'Who'},
      {type: 'file', mediaType: 'video/mp4', url: 'b.mp4'},
      {type: 'text', text: '?'},
      {type: 'file', mediaType: 'audio/mpeg', url: 'c.mp3'}
    ])
  })

  test.each(['value', 'content', 'text'])('should be in a `%s`', key => {
    const conversations = [{from: 'human', [key]: '<image>'}]
    const [message] = toMessages(
      fromSharegpt({conversations, images: ['a.jpg']})
    )
    expect(message?.parts.map(({type}) => type)).toEqual(['file'])
  })

  test('should be written as they were read', () => {
    expect(toSharegpt(fromSharegpt(row))).toEqual(row)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('image', 'video', 'audio'), {minLength: 1}),
        kinds => {
          const list = (kind: string) =>
            kinds.flatMap((one, index) => (one === kind ? [`${index}`] : []))
          const value = kinds.map((kind, index) => `<${kind}>${index}`).join('')
          const row = {
            conversations: [
              {from: 'human', value},
              {from: 'gpt', value: 'a'}
            ],
            images: list('image'),
            videos: list('video'),
            audios: list('audio')
          }
          expect(toSharegpt(fromSharegpt(row)).conversations).toEqual(
            row.conversations
          )
          expect(toSharegpt(fromSharegpt(row))).toMatchObject(
            Object.fromEntries(
              Object.entries(row).filter(([, list]) => list.length > 0)
            )
          )
        }
      )
    )
  })

  test('should be a loss if there are more or fewer than places', () => {
    const {losses, onLoss} = collectLosses()
    const [first] = toMessages(
      fromSharegpt({...row, videos: ['b.mp4', 'd.mp4']}, {onLoss})
    )
    expect(losses).toEqual([
      'file-unresolved videos.0',
      'file-unresolved videos.1'
    ])
    expect(first?.parts.slice(1, 2)).toEqual([
      {type: 'text', text: 'Who<video>?'}
    ])
  })

  test('should be text where a text holds what stands for a place', () => {
    const {losses, onLoss} = collectLosses()
    const chat = fromSharegpt({
      ...row,
      conversations: [
        {from: 'human', value: '<image>'},
        {from: 'human', value: [{type: 'text', value: '<video>'}]}
      ],
      videos: [],
      audios: []
    })
    const {conversations, images} = toSharegpt(chat, {onLoss})
    expect(conversations).toEqual([
      {from: 'human', value: '![](a.jpg)'},
      {from: 'human', value: '<video>'}
    ])
    expect(images).toBeUndefined()
    expect(losses).toEqual([
      'file-unresolved messages.0.parts.0',
      'not-trainable conversations.1'
    ])
  })

  test('should be what they hold if that is not an address', () => {
    const images = ['data:image/png;base64,aGk=', {bytes: 'x'}]
    const {losses, onLoss} = collectLosses()
    const chat = fromSharegpt(
      {conversations: [{from: 'gpt', value: '<image><image>'}], images},
      {onLoss}
    )
    expect(toMessages(chat)[0]?.parts).toEqual([
      {type: 'file', mediaType: 'image/png', data: 'aGk='},
      {type: 'other', kind: 'image', value: {bytes: 'x'}}
    ])
    expect(losses).toEqual([])
  })

  test('should be read as parts with a `value`', () => {
    const content = ['image', 'video', 'audio'].map(kind => ({
      type: `${kind}_url`,
      value: kind
    }))
    const messages = [{role: 'user', content}]
    expect(toMessages(fromSharegpt({messages}))[0]?.parts).toEqual([
      {type: 'file', mediaType: 'image/*', url: 'image'},
      {type: 'file', mediaType: 'video/*', url: 'video'},
      {type: 'file', mediaType: 'audio/*', url: 'audio'}
    ])
  })
})

test('should tell rows of LLaMA-Factory from those of TRL', () => {
  const texts = [{role: 'user', content: '<image>?'}]
  const values = [{role: 'user', content: [{type: 'text', value: 'a'}]}]
  const parts = [{role: 'user', content: [{type: 'image'}]}]
  const cases: Array<[object, boolean, boolean]> = [
    [{messages: texts, images: ['a']}, true, false],
    [{messages: texts, videos: ['a']}, true, false],
    [{messages: values}, true, false],
    [{messages: parts, images: ['a']}, false, true],
    [{messages: texts}, false, true],
    [{messages: 1, images: []}, false, false],
    [{messages: [1], images: []}, false, true],
    [{}, false, false]
  ]
  for (const [row, isSharegpt, isHuggingface] of cases) {
    expect(sharegpt.detect?.(row)).toBe(isSharegpt)
    expect(huggingface.detect?.([row])).toBe(isHuggingface)
  }
})
