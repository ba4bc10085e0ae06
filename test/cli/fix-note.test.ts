import {VFileMessage} from 'vfile-message'
import {beforeEach, expect, test, vi} from 'vitest'
import {checkNote, planCheck} from '../../src/cli/check/check-note.ts'
import {fixNote} from '../../src/cli/check/fix-note.ts'
import type {TextEdit} from '../../src/edit.ts'

// Note: fixes as no rule makes them.
vi.mock('../../src/cli/check/check-note.ts', {spy: true})

const plan = planCheck({})

beforeEach(() => {
  vi.resetAllMocks()
})

/** Let each check find these fixes: a letter to find, and how to mend it. */
function find(
  ...fixes: Array<{find: string; edits: Array<TextEdit>; safe?: boolean}>
) {
  vi.mocked(checkNote).mockImplementation(value =>
    fixes
      .filter(({find}) => value.includes(find))
      .map(({edits, safe = true}) =>
        Object.assign(new VFileMessage('Unexpected'), {fix: {edits, safe}})
      )
  )
}

const a = {find: 'a', edits: [{offset: 0, length: 1, content: 'x'}]}
const b = {find: 'b', edits: [{offset: 1, length: 1, content: 'y'}]}
const c = {find: 'c', edits: [{offset: 2, length: 1, content: 'z'}]}

test('should make all fixes', () => {
  find(a, c)
  expect(fixNote('abc', plan, false)).toBe('xbz')
  expect(checkNote).toHaveBeenCalledTimes(2)
})

test('should make those that touch another one after it', () => {
  find(a, b, c)
  expect(fixNote('abc', plan, false)).toBe('xyz')
  expect(checkNote).toHaveBeenCalledTimes(3)
})

test('should make a fix of several edits as a whole', () => {
  find({...a, edits: [...a.edits, ...c.edits]}, b)
  expect(fixNote('abc', plan, false)).toBe('xyz')
})

test('should make risky fixes only if told to', () => {
  find({...a, safe: false}, c)
  expect(fixNote('abc', plan, false)).toBe('abz')
  expect(fixNote('abc', plan, true)).toBe('xbz')
})

test('should leave problems without a fix alone', () => {
  vi.mocked(checkNote).mockReturnValue([
    new VFileMessage('Unexpected'),
    Object.assign(new VFileMessage('Unexpected'), {
      fix: {edits: [], safe: true}
    })
  ])
  expect(fixNote('abc', plan, true)).toBe('abc')
})

test('should stop after ten times', () => {
  find({find: '', edits: [{offset: 0, length: 0, content: 'x'}]})
  expect(fixNote('', plan, false)).toBe('x'.repeat(10))
})

test('should not ask for the proof each time', () => {
  find(a)
  fixNote('abc', plan, false)
  expect(checkNote).toHaveBeenCalledWith('abc', {...plan, proves: false})
})
