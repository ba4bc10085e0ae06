import {type ChatProblem, check, parse, stringify} from 'chatmd'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fix} from '../../src/check/fix.ts'
import {toContent} from '../util/arbitrary.ts'
import {faulty} from '../util/faulty.ts'
import {readAsPlugin} from '../util/plugin.ts'
import {hasShared, readCorpus, reason} from '../util/shared.ts'

const settings = {
  // Note: `npm run fuzz` tries 20,000 with a new seed each time.
  numRuns: Number(process.env.FUZZ_RUNS ?? 300),
  includeErrorInReport: true
}

/** Rules whose fixes change what ChatGPT MD reads, as `docs/problems.md` says. */
const structure = [
  'delimiter-in-code',
  'malformed-delimiter',
  'missing-delimiter',
  'role-marker-in-content'
]

/** Turns as they are read, without malformed delimiters at their ends. */
function readTurns(value: string) {
  const malformed = check(value).flatMap(({ruleId, actual}) =>
    ruleId === 'malformed-delimiter' ? [actual ?? ''] : []
  )
  return parse(value).children.map(({role, model, meta, value}) => ({
    role,
    model,
    meta,
    value: withoutEnds(value, malformed)
  }))
}

function withoutEnds(value: string, ends: ReadonlyArray<string>): string {
  const line = /[^\r\n]+$/.exec(value)?.[0] ?? ''
  const isAll = line.length === value.length
  if (isAll || !ends.includes(line)) return value
  return withoutEnds(toContent(value.slice(0, -line.length)), ends)
}

function countReasons(problems: ReadonlyArray<ChatProblem>) {
  const counts = new Map<string, number>()
  for (const {ruleId, reason} of problems) {
    const name = `${ruleId} ${reason}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function countStructure(problems: ReadonlyArray<ChatProblem>): number {
  return problems.filter(({ruleId = ''}) => structure.includes(ruleId)).length
}

/** Read a note as ChatGPT MD, which knows no CR, does on other machines. */
function send(value: string) {
  return readAsPlugin(value.replace(/\r\n?/g, '\n'))
}

/** Expect that safe fixes do as they should. */
function expectFixed(value: string): void {
  const problems = check(value)
  const fixed = fix(value)
  const left = check(fixed)
  expect(left.filter(({fix}) => fix?.safe)).toEqual([])
  const before = countReasons(problems)
  for (const [reason, count] of countReasons(left)) {
    expect(before.get(reason) ?? 0, reason).toBeGreaterThanOrEqual(count)
  }
  expect(readTurns(fixed)).toEqual(readTurns(value))
  expect(stringify(parse(fixed))).toBe(fixed)
  const [most, least] = [problems, left].map(countStructure)
  if (most === least) {
    expect(send(fixed)).toEqual(send(value))
    return
  }
  // Note: lines of fences around delimiters are a turn for ChatGPT MD.
  const isRead = ({ruleId, fatal}: ChatProblem) =>
    !fatal && ruleId !== 'fenced-delimiter'
  if (!left.every(isRead)) return
  const roles = parse(fixed).children.map(({role}) => role)
  const sent = send(fixed) ?? []
  // Note: of blank text before the first boundary ChatGPT MD makes a turn.
  if (sent.length > roles.length && sent[0]?.content.trim() === '') sent.shift()
  expect(sent.map(({role}) => role)).toEqual(roles)
}

describe('fix', () => {
  const line = '<hr class="__chatgpt_plugin">'

  test('should make safe fixes, one after the other where they touch', () => {
    const value = `---\na: 1\na: 1\na: 1\nn: "1"\n---\n\nrole::x\n\n### role::user\n`
    expect(fix(value)).toBe(
      `---\na: 1\nn: 1\n---\n\nrole\\::x\n\n${line}\n\n### role::user\n`
    )
  })

  test('should make unsafe ones if told', () => {
    const value = `a\n\n${line}\n\n${line}\n\nrole::user b\n`
    expect(fix(value)).toBe(value)
    expect(fix(value, {unsafe: true})).toBe(`a\n\n${line}\n\nrole::user\n\nb\n`)
  })

  test('should make those of rules that are on', () => {
    const value = '---\nn: "1"\na: 1\na: 1\n---\n'
    expect(fix(value, {rules: {'duplicate-key': false}})).toBe(
      '---\nn: 1\na: 1\na: 1\n---\n'
    )
  })

  test('should come to an end', () => {
    const value = `---\n${'a: 1\n'.repeat(20)}---\n`
    expect(fix(value).split('\n').length).toBeLessThan(15)
    expect(fix(fix(value))).toBe('---\na: 1\n---\n')
  })

  test('should read what it wrote with unsafe fixes, too', () => {
    fc.assert(
      fc.property(faulty, value => {
        const fixed = fix(value, {unsafe: true})
        expect(stringify(parse(fixed))).toBe(fixed)
      }),
      {...settings, numRuns: Math.min(settings.numRuns, 200)}
    )
  })
})

describe('safe fixes', () => {
  test.skipIf(!hasShared)(`should mend real notes${reason}`, () => {
    for (const value of readCorpus()) expectFixed(value)
  })

  test('should mend what they are for, and nothing else', () => {
    fc.assert(fc.property(faulty, expectFixed), settings)
  })
})
