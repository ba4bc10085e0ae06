import {parse, stringify, type Turn} from 'chatmd'
import {describe, expect, test} from 'vitest'
import {readAsPlugin} from './util/plugin.ts'
import {hasShared, readShared, reason} from './util/shared.ts'

interface Case {
  name: string
  source: string
  turns: Array<{role: string; model?: string; meta?: unknown; content: string}>
  /** Messages; an `error` in place of one, or `null`, where the plugin fails. */
  plugin: Array<{role: string; content: string} | {error: string}> | null
}

interface Expected {
  file: string
  turns: Array<{role: string; model?: string; characters: number}>
}

const cases: Array<Case> = hasShared
  ? ['turns', 'headers'].flatMap(name =>
      JSON.parse(readShared(`conformance/${name}.json`))
    )
  : []

const notes: Array<Expected> = hasShared
  ? JSON.parse(readShared('corpus/expected.json'))
  : []

describe.skipIf(!hasShared)(`conformance${reason}`, () => {
  test('should have cases and notes', () => {
    expect(cases.length).toBeGreaterThan(40)
    expect(notes.length).toBeGreaterThan(120)
  })

  test.each(cases)('should read “$name”', ({source, turns}) => {
    const {children} = parse(source)
    expect(
      children.map(turn => ({...envelope(turn), content: turn.value}))
    ).toEqual(turns)
    expect(stringify(parse(source))).toBe(source)
  })

  test.each(cases)('should know how the plugin reads “$name”', note => {
    const fails = note.plugin?.some(message => 'error' in message)
    expect(readAsPlugin(note.source)).toEqual(fails ? null : note.plugin)
  })

  test.each(notes)('should read and print the note $file', expected => {
    const value = readShared(`corpus/${expected.file}`)
    const tree = parse(value)
    expect(
      tree.children.map(turn => ({
        ...envelope(turn),
        characters: turn.value.length
      }))
    ).toEqual(expected.turns)
    expect(stringify(tree)).toBe(value)
  })
})

function envelope({role, model, ...rest}: Turn) {
  const {meta} = rest as {meta?: unknown}
  return {
    role,
    ...(model !== undefined && {model}),
    ...(meta !== undefined && {meta})
  }
}
