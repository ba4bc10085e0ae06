import {describe, expect, test} from 'vitest'
import {toFileName} from '../../src/cli/convert/file-names.ts'

const name = (title: string) => toFileName(title, '.md', new Set())

describe('toFileName', () => {
  test.each([
    ['Bread', 'Bread.md'],
    ['  What is 1/2 + 1/2?  ', 'What is 1 2 + 1 2.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['..\\..\\boot.ini', 'boot.ini.md'],
    ['C:\\x', 'C x.md'],
    ['CON', 'CON!.md'],
    ['a\0b\u202ec', 'a b c.md'],
    ['.hidden', 'hidden.md'],
    ['a.', 'a.md'],
    ['[[link]] #tag ^block |', 'link tag block.md'],
    ['', 'chat.md'],
    ['???', 'chat.md'],
    ['\ud83d', 'chat.md'],
    ['你好', '你好.md']
  ])('should name `%s` as `%s`', (title, expected) => {
    expect(name(title)).toBe(expected)
  })

  test('should be short enough for every system, between characters', () => {
    expect(Buffer.byteLength(name('👩‍👩‍👧'.repeat(200)))).toBeLessThan(140)
    expect(name('é'.repeat(300))).toMatch(/^é+\.md$/)
  })

  test('should number names that are taken, whatever their case', () => {
    const taken = new Set<string>()
    const names = ['Bread', 'bread', 'BREAD', 'Cafe\u0301', 'Café'].map(title =>
      toFileName(title, '.md', taken)
    )
    expect(names).toEqual([
      'Bread.md',
      'bread 2.md',
      'BREAD 3.md',
      'Café.md',
      'Café 2.md'
    ])
  })
})
