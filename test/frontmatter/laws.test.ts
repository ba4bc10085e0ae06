import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Problem} from '../../src/problem.ts'
import {equalData} from '../../src/yaml/equal-data.ts'
import {config, json, ownKey, string, toObject, yaml} from './arbitrary.ts'
import {editFrontmatter, readFrontmatter} from './chatgpt-md.ts'

const numRuns = Number(process.env.FUZZ_RUNS ?? 500)
const anyString = fc.oneof(yaml, fc.string({unit: 'binary'}), string)
const lineEnding = fc.constantFrom('\n', '\r\n', '\r')

/** Keys that are in `yaml` often, so that edits change and remove them. */
const edits = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...'abcdelmopqrstuvwxyz'), ownKey),
    fc.oneof(json, fc.constant(undefined))
  ),
  {minLength: 1, maxLength: 3}
)

describe('frontmatter', () => {
  test('should read every config as it was written', () => {
    fc.assert(
      fc.property(config, lineEnding, (config, lineEnding) => {
        const value = editFrontmatter('', config, lineEnding)
        expect(readFrontmatter(value).config).toEqual(config)
      }),
      {numRuns}
    )
  })

  test('should report no problem of what it wrote', () => {
    fc.assert(
      fc.property(config, config => {
        const problems: Array<Problem> = []
        readFrontmatter(editFrontmatter('', config, '\n'), problem =>
          problems.push(problem)
        )
        expect(problems).toEqual([])
      }),
      {numRuns}
    )
  })

  test('should write no line that closes the frontmatter', () => {
    fc.assert(
      fc.property(config, lineEnding, (config, lineEnding) => {
        const value = editFrontmatter('', config, lineEnding)
        expect(value).not.toMatch(/(?:^|[\r\n])---[ \t]*(?:[\r\n]|$)/)
      }),
      {numRuns}
    )
  })

  test('should read any string without throwing, as plain JSON', () => {
    fc.assert(
      fc.property(anyString, value => {
        const {config} = readFrontmatter(value)
        expect(JSON.parse(JSON.stringify(config))).toEqual(config)
        expect(structuredClone(config)).toEqual(config)
      }),
      {numRuns}
    )
  })

  test('should report problems with places and whole reasons', () => {
    fc.assert(
      fc.property(anyString, value => {
        const problems: Array<Problem> = []
        const {config} = readFrontmatter(value, problem =>
          problems.push(problem)
        )
        expect(config).toEqual(readFrontmatter(value).config)
        for (const {reason, start, end} of problems) {
          expect(reason).toMatch(
            /^(Unexpected|Cannot|Missing|Expected) .+[^.]$/
          )
          expect(reason).not.toMatch(/[\r\n]/)
          expect(0 <= start && start <= end && end <= value.length).toBe(true)
        }
      }),
      {numRuns}
    )
  })

  test('should keep every byte when the config does not change', () => {
    fc.assert(
      fc.property(anyString, lineEnding, (value, lineEnding) => {
        const {config} = readFrontmatter(value)
        expect(editFrontmatter(value, config, lineEnding)).toBe(value)
      }),
      {numRuns}
    )
  })

  test('should read an edited config as asked', () => {
    fc.assert(
      fc.property(anyString, edits, lineEnding, (value, edits, lineEnding) => {
        const wanted = change(readFrontmatter(value).config, edits)
        const result = editFrontmatter(value, wanted, lineEnding)
        expect(equalData(readFrontmatter(result).config, wanted)).toBe(true)
        if (result !== value) expect(result).toMatch(/^$|[\r\n]$/)
      }),
      {numRuns: numRuns * 2}
    )
  })

  test('should keep the lines of keys that do not change, in order', () => {
    const keys = ['k0', 'k1', 'k2', 'k3']
    const line = fc.constantFrom(
      ': 1 # one',
      ': "two"',
      ': [a, b]',
      ':',
      ':\n  - x # x\n  - y',
      ': |\n  text',
      ': {"a": 1}'
    )
    fc.assert(
      fc.property(
        fc.array(line, {minLength: 4, maxLength: 4}),
        fc.nat(3),
        json,
        (lines, index, data) => {
          const pairs = lines.map((line, index) => `${keys[index]}${line}\n`)
          const value = pairs.join('# between\n')
          const {config} = readFrontmatter(value)
          const wanted = change(config, [[`k${index}`, data]])
          const result = editFrontmatter(value, wanted, '\n')
          const rest = pairs.filter((_, at) => at !== index)
          let offset = 0
          for (const pair of rest) {
            const found = result.indexOf(pair, offset)
            expect(found).toBeGreaterThanOrEqual(offset)
            offset = found + pair.length
          }
          expect(result.split('# between').length).toBe(4)
        }
      ),
      {numRuns}
    )
  })
})

/** Set keys, or take them away where the value is `undefined`. */
function change(
  config: Record<string, unknown>,
  edits: Array<[string, unknown]>
): Record<string, unknown> {
  const changed = new Map(Object.entries(config))
  for (const [key, value] of edits) {
    if (value === undefined) changed.delete(key)
    else changed.set(key, value)
  }
  return toObject([...changed])
}
