import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Part} from '../../src/convert/message.ts'
import {fromParts} from '../../src/convert/parts/from-parts.ts'
import {normalizeParts} from '../../src/convert/parts/normalize-parts.ts'
import {toParts} from '../../src/convert/parts/to-parts.ts'
import {hostile, part} from '../util/parts.ts'

const settings = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 1000),
  includeErrorInReport: true
}

const example = `> [!reasoning]- <!-- { "signature": "EqQB" } -->
> The user wants the weather.
>
> I should call the tool.

Let me look.

\`\`\`json tool-call get_weather call_1
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-result get_weather call_1
18 °C, rain
\`\`\`

It is 18 °C in Paris.`

const exampleParts: Array<Part> = [
  {
    type: 'reasoning',
    text: 'The user wants the weather.\n\nI should call the tool.',
    meta: {signature: 'EqQB'}
  },
  {type: 'text', text: 'Let me look.'},
  {
    type: 'tool-call',
    name: 'get_weather',
    id: 'call_1',
    input: {city: 'Paris'}
  },
  {
    type: 'tool-result',
    name: 'get_weather',
    id: 'call_1',
    output: '18 °C, rain'
  },
  {type: 'text', text: 'It is 18 °C in Paris.'}
]

test('should read and write a tool round', () => {
  expect(toParts(example)).toEqual(exampleParts)
  expect(fromParts(exampleParts)).toBe(example)
})

describe('laws', () => {
  test('should read back every list of parts', () => {
    fc.assert(
      fc.property(fc.array(part, {maxLength: 6}), parts => {
        expect(toParts(fromParts(parts))).toEqual(normalizeParts(parts))
      }),
      settings
    )
  })

  test('should read every text as the same again', () => {
    fc.assert(
      fc.property(hostile, value => {
        const parts = toParts(value)
        expect(normalizeParts(parts)).toEqual(parts)
        expect(toParts(fromParts(parts))).toEqual(parts)
      }),
      settings
    )
  })
})
