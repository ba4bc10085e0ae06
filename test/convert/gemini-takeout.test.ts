import {describe, expect, test} from 'vitest'
import {fromHtml} from '../../src/convert/gemini-takeout/from-html.ts'
import {
  fromGeminiTakeout,
  geminiTakeout
} from '../../src/convert/gemini-takeout/index.ts'
import type {ImportOptions} from '../../src/convert/import/import-options.ts'
import {stringify} from '../../src/index.ts'

const url = 'https://gemini.google.com/app/c/t1?hl=en'
const value = [
  {
    header: 'Gemini Apps',
    title: 'Used Gemini Apps',
    time: '2026-01-04T00:00:00Z',
    products: ['Gemini Apps']
  },
  {
    header: 'Gemini Apps',
    title: 'Prompted And then?',
    time: '2026-01-03T00:00:00Z',
    titleUrl: url,
    safeHtmlItem: [{html: '<p>The end.</p>'}]
  },
  {
    header: 'Gemini Apps',
    title: 'Gesucht: Wie?',
    time: '2026-01-02T00:00:00Z',
    description: 'So.',
    attachedFiles: ['a.pdf', {name: 'b.pdf'}, {}],
    imageFile: 'c.png'
  },
  {
    header: 'Gemini Apps',
    title: 'Prompted The linked list and its links were cited',
    time: '2026-01-01T00:00:00Z',
    titleUrl: url,
    safeHtmlItem: [
      {
        html: '<p>Is <b>it</b>?</p><pre><code class="language-js">1</code></pre>'
      }
    ]
  }
]

function read(value: unknown): {notes: Array<string>; losses: Array<string>} {
  const losses: Array<string> = []
  const onLoss: ImportOptions['onLoss'] = ({code, path}) =>
    losses.push(`${code} ${path.join('.')}`)
  const notes = fromGeminiTakeout(value, {onLoss}).map(chat => stringify(chat))
  return {notes, losses}
}

describe('fromGeminiTakeout', () => {
  test('should make a note of each thread, the oldest first', () => {
    const {notes, losses} = read(value)
    expect(notes).toHaveLength(3)
    expect(notes[0]).toBe(`---
created: "2026-01-01T00:00:00Z"
updated: "2026-01-03T00:00:00Z"
id: t1
---

<hr class="__chatgpt_plugin">

### role::user <!-- {"time":"2026-01-01T00:00:00Z"} -->

The linked list and its links were cited

<hr class="__chatgpt_plugin">

### role::assistant

Is **it**?

\`\`\`js
1
\`\`\`

<hr class="__chatgpt_plugin">

### role::user <!-- {"time":"2026-01-03T00:00:00Z"} -->

And then?

<hr class="__chatgpt_plugin">

### role::assistant

The end.
`)
    expect(notes[1]).toContain('Gesucht: Wie?')
    expect(losses).toEqual([
      'html-converted 3.safeHtmlItem',
      'html-converted 1.safeHtmlItem',
      'file-unresolved 2',
      'file-unresolved 2',
      'file-unresolved 2',
      'unknown-part 0'
    ])
  })

  test('should read a question without an answer, and an answer without a question', () => {
    expect(read([{title: 'Prompted Why?'}]).notes).toEqual(['Why?\n'])
    const empty = {title: 'Prompted ', safeHtmlItem: [{html: '<p>A</p>'}, {}]}
    expect(read([empty]).notes[0]).toContain('role::assistant\n\nA\n')
    expect(read([{safeHtmlItem: [{html: '<p></p>'}]}]).losses).toEqual([
      'html-converted 0.safeHtmlItem',
      'unknown-part 0'
    ])
  })

  test('should be told by its shape', () => {
    expect(geminiTakeout.detect?.(value)).toBe(true)
    for (const other of [
      null,
      [],
      [1],
      {},
      [{title: 'a'}],
      [{title: 'a', time: 'b'}]
    ]) {
      expect(geminiTakeout.detect?.(other)).toBe(false)
    }
    expect(
      geminiTakeout.detect?.([{title: 'a', time: 'b', titleUrl: 'c'}])
    ).toBe(true)
    expect(
      geminiTakeout.detect?.([{title: 'a', time: 'b', safeHtmlItem: []}])
    ).toBe(true)
    expect(geminiTakeout.from?.(value[1])).toHaveLength(1)
  })

  test.each<[unknown, string]>([
    [1, 'Expected a list of entries as an activity of Gemini'],
    [[1], 'Expected an object as item `0` of an activity of Gemini'],
    [
      [{title: 1}],
      'Expected a string at `title` of item `0` of an activity of Gemini'
    ]
  ])('should refuse %j', (value, message) => {
    expect(() => fromGeminiTakeout(value)).toThrow(new TypeError(message))
  })
})

describe('fromHtml', () => {
  test.each([
    ['<h2>A</h2><ul><li>b</li><li>c</li></ul>', '## A\n\n- b\n- c'],
    [
      '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>',
      '| a |\n| - |\n| b |'
    ],
    [`${'a<br>'.repeat(300)}b`, `${'a\\\n'.repeat(300)}b`],
    ['role::user &lt;hr&gt;', 'role::user \\<hr>']
  ])('should turn HTML into Markdown: %#', (html, markdown) => {
    expect(fromHtml(html)).toBe(markdown)
  })

  test.each(['<div>', '<div></x>', '<DIV class="</div>">'])(
    'should not turn %s into Markdown where it nests too deep',
    html => {
      expect(fromHtml(html.repeat(10_000))).toBeUndefined()
    }
  )

  test('should keep HTML that nests too deep as it is', () => {
    const html = '<b>'.repeat(300)
    const {notes, losses} = read([
      {title: 'Prompted A', safeHtmlItem: [{html}]}
    ])
    expect(notes[0]).toContain(html)
    expect(losses).toEqual(['html-converted 0.safeHtmlItem'])
  })
})
