import {applyEdits, edits, parse, stringify, type TextEdit} from 'chatmd'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {note, text, toContent} from './util/arbitrary.ts'

const boundary = '\n\n<hr class="__chatgpt_plugin">\n\n### role::user\n\n'

/** Make a content of lines that are all different. */
function toLines(count: number, seed = 0): string {
  return Array.from(
    {length: count},
    (_, index) => `Line ${seed}.${index}: one two three.`
  ).join('\n')
}

/** Make a note of 200 turns with 25 lines each. */
function make(): string {
  const turns = Array.from({length: 200}, (_, index) => toLines(25, index))
  return `${turns.join(boundary)}\n`
}

/** Find edits, and make sure that they give the target. */
function compare(source: string, target: string): Array<TextEdit> {
  const list = edits(source, target)
  expect(applyEdits(source, list) === target).toBe(true)
  return list
}

describe('edits', () => {
  test('should find 5,000 words in 200 turns', () => {
    const source = make()
    const list = compare(source, source.replaceAll('two', 'zwei'))
    expect(list).toHaveLength(5000)
    expect(list[0]).toEqual({offset: 14, length: 3, content: 'zwei'})
    expect(list.every(({length}) => length === 3)).toBe(true)
  })

  test('should find them in the tree that the note is parsed to', () => {
    const source = make()
    const tree = parse(source)
    for (const turn of tree.children) {
      turn.value = turn.value.replaceAll('two', 'zwei')
    }
    const list = edits(source, tree)
    expect(list).toHaveLength(5000)
    expect(applyEdits(source, list) === stringify(tree)).toBe(true)
  })

  test('should find them where a turn has other lines', () => {
    const source = make()
    const target = source
      .replaceAll('two', 'zwei')
      .replace('Line 7.7', 'New\nLine 7.7')
    const list = compare(source, target)
    expect(list).toHaveLength(5001)
    expect(list.every(({length}) => length <= 3)).toBe(true)
  })

  test('should find them in the turns around those that are the same', () => {
    const source = make().replaceAll('Line 99.', 'Row 99.')
    const target = source.replaceAll('Line', 'Zeile')
    expect(compare(source, target)).toHaveLength(4975)
  })

  test('should find them in more turns than can be told apart', () => {
    const turns = Array.from({length: 600}, (_, index) => toLines(2, index))
    const source = `${turns.join(boundary)}\n`
    const list = compare(source, source.replaceAll('two', 'zwei'))
    expect(list).toHaveLength(1200)
  })

  test('should find them in one turn', () => {
    const source = `${toLines(5000)}\n`
    const list = compare(source, source.replaceAll('two', 'zwei'))
    expect(list).toHaveLength(5000)
  })

  test('should replace a turn in which most is another', () => {
    const source = `a${boundary}${toLines(1200)}${boundary}b\n`
    const changed = source.replace(/Line.*/g, line => line.replace(/\S/g, 'x'))
    expect(compare(source, changed)).toEqual([
      {
        offset: source.indexOf('<hr'),
        length: source.lastIndexOf('<hr') - source.indexOf('<hr'),
        content: changed.slice(
          changed.indexOf('<hr'),
          changed.lastIndexOf('<hr')
        )
      }
    ])
  })

  test('should replace a turn in which too many lines are new', () => {
    const source = `a${boundary}${toLines(1200)}${boundary}b\n`
    const changed = source.replaceAll('two', 'zwei\n\nzwei')
    expect(compare(source, changed)).toHaveLength(1)
  })

  test('should replace a line in which too many words are others', () => {
    const long = Array.from({length: 300}, (_, index) => `w${index}`).join(' ')
    const source = `${toLines(1200)}\n${long}\n`
    const target = source.replaceAll('two', 'zwei').replaceAll('w', 'v')
    const list = compare(source, target)
    expect(list).toHaveLength(1201)
    expect(list[1200]).toMatchObject({length: long.length + 1})
  })

  test('should replace a line with too many words of its own', () => {
    const list = Array.from({length: 2000}, (_, index) => `w${index}`)
    const line = list.join(' ')
    const source = `a\n${line}\nb\n`
    expect(compare(source, source.replaceAll('w', 'v'))).toEqual([
      {offset: 2, length: line.length + 1, content: expect.any(String)}
    ])
  })

  test('should find nothing where nothing differs', () => {
    expect(compare('a', 'a')).toEqual([])
  })

  test.each([
    ['', 'a\n'],
    ['a\n', '']
  ])('should replace %j with %j', (source, target) => {
    expect(compare(source, target)).toEqual([
      {offset: 0, length: source.length, content: target}
    ])
  })

  test('should replace turns that are fewer or more', () => {
    const source = make()
    const target = source.replaceAll('two', 'zwei').replace(boundary, '\n')
    expect(compare(source, target)).toHaveLength(1)
  })

  test('should be in order, without overlap, and exact', () => {
    fc.assert(
      fc.property(note, fc.nat(), text, (source, pick, value) => {
        const tree = parse(source)
        const turn = tree.children[pick % (tree.children.length || 1)]
        if (turn) turn.value = toContent(value)
        expect(applyEdits(source, edits(source, tree))).toBe(stringify(tree))
      }),
      {numRuns: 300}
    )
  })
})
