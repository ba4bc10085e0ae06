import {describe, expect, test} from 'vitest'
import {appendLinks} from '../../../src/convert/import/append-links.ts'
import {toTime} from '../../../src/convert/import/to-time.ts'
import {writeCode} from '../../../src/convert/import/write-code.ts'
import {writeDocument} from '../../../src/convert/import/write-document.ts'
import {writeLink} from '../../../src/convert/import/write-link.ts'

describe('writeLink', () => {
  test.each([
    ['A page', 'https://a.example/', '[A page](https://a.example/)'],
    ['', 'https://a.example/', '[https://a.example/](https://a.example/)'],
    ['A\n\n# [b](c) `d`', 'x', '[A # \\[b\\](c) \\`d\\`](x)'],
    ['A', 'x(y) <z>\n', '[A](x%28y%29%20%3Cz%3E%0A)']
  ])('should write %j, %j', (title, url, link) => {
    expect(writeLink(title, url)).toBe(link)
  })
})

describe('writeCode', () => {
  test.each([
    ['js', '1', '```js\n1\n```'],
    ['', '```\n````', '`````\n```\n````\n`````'],
    ['a b\n```', '1', '```\n1\n```']
  ])('should write %j, %j', (language, value, code) => {
    expect(writeCode(language, value)).toBe(code)
  })
})

describe('writeDocument', () => {
  test.each([
    ['Plan', undefined, '# A', '**Plan**\n\n# A'],
    ['', undefined, '# A', '# A'],
    ['A\nb', 'js', '1', '**A b**\n\n```js\n1\n```']
  ])('should write %j, %j, %j', (title, language, value, markdown) => {
    expect(writeDocument(title, language, value)).toBe(markdown)
  })
})

describe('appendLinks', () => {
  test('should put each link after the text, once', () => {
    const links = [
      {title: 'A', url: 'a'},
      {title: 'B', url: 'b'},
      {title: 'A', url: 'a'}
    ]
    expect(appendLinks('Yes.\n', links)).toBe('Yes.\n\n([A](a), [B](b))')
  })

  test('should leave a text without links as it is', () => {
    expect(appendLinks('Yes.\n', [])).toBe('Yes.\n')
  })
})

describe('toTime', () => {
  test.each<[unknown, 'ms' | 's', string | undefined]>([
    [1.5, 's', '1970-01-01T00:00:01.500Z'],
    [1500, 'ms', '1970-01-01T00:00:01.500Z'],
    [
      '2026-01-01T00:00:00.000001+00:00',
      's',
      '2026-01-01T00:00:00.000001+00:00'
    ],
    ['2026-01-01T99:00:00Z', 's', undefined],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 's', '2026-01-01T00:00:00.000Z'],
    [1e300, 's', undefined],
    [Number.NaN, 's', undefined],
    ['yesterday', 's', undefined],
    [null, 's', undefined],
    [{}, 's', undefined]
  ])('should turn %j (%s) into %j', (value, unit, time) => {
    expect(toTime(value, unit)).toBe(time)
  })
})
