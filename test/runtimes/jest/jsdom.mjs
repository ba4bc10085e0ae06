// Runs in a page of jsdom, by Jest: as ES modules, and as CommonJS by Babel.

import {check, parse, stringify} from 'chatmd'

const note = `---
model: gpt-4o
---

Hi

<hr class="__chatgpt_plugin">

role::assistant

Hello
`

test('should be where a page lacks what Node.js has', () => {
  expect(typeof document).toBe('object')
  expect(typeof TextDecoder).toBe('undefined')
  expect(typeof structuredClone).toBe('undefined')
})

test('should read, check, and print a note', () => {
  const chat = parse(note)
  expect(chat.config.model).toBe('gpt-4o')
  expect(chat.children.map(turn => turn.role)).toEqual(['user', 'assistant'])
  expect(stringify(chat)).toBe(note)
  expect(check(note)).toEqual([])
})

test('should print a note with a change', () => {
  const chat = parse(note)
  chat.config.model = 'gpt-4o-mini'
  expect(stringify(chat)).toBe(note.replace('gpt-4o', 'gpt-4o-mini'))
})
