import {check} from 'chatmd'
import {test} from 'vitest'
import {expectLinear} from '../util/linear.ts'

/** Settings that take long if something looks at them again and again. */
const shapes: Array<[string, (size: number) => string]> = [
  [
    'keys',
    size => Array.from({length: size}, (_, index) => `k${index}: 1\n`).join('')
  ],
  ['items', size => `a:\n${'- x\n'.repeat(size)}`],
  ['flow items', size => `a: [${'x, '.repeat(size)}]\n`],
  ['aliases', size => `a: &a x\nb: [${'*a, '.repeat(size)}]\n`],
  ['anchors', size => `a:\n${'- &a x\n'.repeat(size)}`],
  ['repeated keys', size => 'a: 1\n'.repeat(size)],
  ['errors', size => ': @\n'.repeat(size)],
  ['ends of flow maps', size => '}'.repeat(size)],
  ['flow lists', size => '['.repeat(size)],
  ['flow maps', size => '{'.repeat(size)],
  ['lists', size => '- '.repeat(size)],
  ['explicit keys', size => '? '.repeat(size)],
  ['comments', size => `a: 1\n${'\n'.repeat(size)}${'  #\n'.repeat(size)}`],
  ['colons in titles', size => 'a: b: c\n'.repeat(size)],
  ['colons on a line', size => 'a: '.repeat(size)],
  ['wrong items', size => `tags: [${'1, '.repeat(size)}]\n`],
  [
    'items under many keys',
    size => `a: ${'{a: '.repeat(98)}[${'x, '.repeat(size)}]${'}'.repeat(98)}`
  ]
]

test.each(shapes)('should check %s in linear time', (_, make) => {
  const small = `---\n${make(1e3)}\n---\n`
  const large = `---\n${make(1e4)}\n---\n`
  expectLinear(
    () => check(small),
    () => check(large)
  )
})
