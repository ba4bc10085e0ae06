import {readFileSync} from 'node:fs'
import {parse} from 'chatmd'
import {expect, test} from 'vitest'

const shared = '/work/shared/'
const cases = JSON.parse(
  readFileSync(shared + 'conformance/turns.json', 'utf8')
)
for (const c of cases)
  test(c.name, () => {
    const t = parse(c.source)
    expect(
      t.children.map(d => ({
        role: d.role,
        ...(d.model !== undefined && {model: d.model}),
        content: d.value
      }))
    ).toEqual(c.turns)
    expect(
      t.raw!.start +
        t.children.map(d => d.raw!.open + d.raw!.body + d.raw!.close).join('')
    ).toBe(c.source)
  })
for (const e of JSON.parse(
  readFileSync(shared + 'corpus/expected.json', 'utf8')
))
  test(e.file, () => {
    const t = parse(readFileSync(shared + 'corpus/' + e.file, 'utf8'))
    expect(
      t.children.map(d => ({
        role: d.role,
        ...(d.model !== undefined && {model: d.model}),
        characters: d.value.length
      }))
    ).toEqual(e.turns)
  })
