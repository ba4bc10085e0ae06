import {describe, expect, test} from 'vitest'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {
  fromSillytavern,
  sillytavern
} from '../../src/convert/sillytavern/index.ts'
import {toSendTime} from '../../src/convert/sillytavern/to-send-time.ts'
import {stringify} from '../../src/index.ts'

const lines = [
  {
    user_name: 'You',
    character_name: 'Ada',
    create_date: '2026-01-02T03:04:05.000Z'
  },
  {
    name: 'You',
    is_user: true,
    mes: 'Hello',
    send_date: '2026-01-02T03:04:05.000Z'
  },
  {
    name: 'Ada',
    is_user: false,
    mes: 'The linked list and its links were cited',
    swipes: ['First', 'The linked list and its links were cited'],
    swipe_id: 1,
    extra: {reasoning: 'Hm.', model: 'm', image: 'a.png'}
  },
  {
    name: 'Bob',
    is_user: false,
    mes: 'Hi',
    extra: {image: 'data:image/png;base64,AA=='}
  },
  {name: 'System', is_system: true, mes: 'A note'},
  {is_system: true, mes: 'It rains', extra: {type: 'narrator', image: '/b'}},
  {name: 'Ada', mes: '   '},
  1
]

function read(options: ImportOptions = {}): {
  note: string
  losses: Array<string>
} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const notes = fromSillytavern(lines, {onLoss, ...options}).map(chat =>
    stringify(chat)
  )
  return {note: notes.join(''), losses}
}

describe('fromSillytavern', () => {
  test('should make a note of a chat', () => {
    expect(read()).toEqual({
      note: `---
title: Ada
created: "2026-01-02T03:04:05.000Z"
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"name":"You","time":"2026-01-02T03:04:05.000Z"} -->

Hello

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (m)</span> <!-- {"name":"Ada"} -->

> [!reasoning]-
> Hm.

The linked list and its links were cited

![](a.png)

<hr class="__chatgpt_plugin">

### role::assistant <!-- {"name":"Bob"} -->

Hi

![](data:image/png;base64,AA==)

<hr class="__chatgpt_plugin">

### role::assistant

It rains

![](/b)
`,
      losses: [
        'unknown-part 7',
        'branch-dropped 2.swipes',
        'hidden-dropped 4',
        'empty-turn-dropped 6'
      ]
    })
  })

  test('should keep what is hidden if that is asked for', () => {
    expect(read({hidden: true}).note).toContain('A note')
  })

  test('should be told by its first line', () => {
    expect(sillytavern.detect?.(lines)).toBe(true)
    for (const other of [null, [], [1], [{user_name: 'a'}]]) {
      expect(sillytavern.detect?.(other)).toBe(false)
    }
    expect(sillytavern.from?.([])).toEqual([
      {type: 'chat', config: {}, children: []}
    ])
  })

  test('should refuse what is no list', () => {
    expect(() => fromSillytavern({})).toThrow(
      new TypeError('Expected a list of lines as a chat of SillyTavern')
    )
  })
})

describe('toSendTime', () => {
  test.each<[unknown, string | undefined]>([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    [1767225600000, '2026-01-01T00:00:00.000Z'],
    ['1767225600000', '2026-01-01T00:00:00.000Z'],
    ['June 19, 2023 4:13pm', '2023-06-19T16:13:00.000Z'],
    ['June 19, 2023 12:13am', '2023-06-19T00:13:00.000Z'],
    ['Juny 19, 2023 12:13am', undefined],
    ['2024-7-12@01h31m37s123ms', '2024-07-12T01:31:37.123Z'],
    ['2024-7-12 @01h 31m 37s 123ms', '2024-07-12T01:31:37.123Z'],
    ['never', undefined],
    [null, undefined]
  ])('should turn %j into %j', (value, time) => {
    expect(toSendTime(value)).toBe(time)
  })
})
