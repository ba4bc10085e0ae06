import {fromParts, normalizeParts, type Part, toParts} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
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

const call = {type: 'tool-call', name: 'f', input: {}} as const
const result = {type: 'tool-result', name: 'f', output: ''} as const

function text(text: string): Part {
  return {type: 'text', text}
}

describe('toParts', () => {
  test.each<[string, Array<Part>]>([
    ['', []],
    [' \n\n ', []],
    ['Hi', [text('Hi')]],
    ['\n    code \n', [text('    code')]],
    ['```json tool-call f\n{}\n```', [{...call}]],
    ['a\n```json tool-call f\n{}\n```\nb', [text('a'), {...call}, text('b')]],
    ['````json  tool-call  f\t\r\n{}\r\n````', [{...call}]],
    ['``` json tool-call f 1\n{}\n```', [{...call, id: '1'}]],
    ['```json tool-call a%20b %\n{}\n```', [{...call, name: 'a b', id: ''}]],
    [
      '```json tool-call f {"a":1}\n[1,\n2]\n```',
      [{...call, input: [1, 2], meta: {a: 1}}]
    ],
    [
      '```text tool-call f\n{"a": 1}\n```',
      [{...call, input: {a: 1}, raw: '{"a": 1}'}]
    ],
    ['```text tool-call f\n{\n```', [{...call, input: '{', raw: '{'}]],
    ['```text tool-result f\n```', [{...result, output: ''}]],
    ['```text tool-result f\n\n```', [{...result, output: ''}]],
    ['```text tool-result f\r\na\r\n\r\n```', [{...result, output: 'a\r\n'}]],
    [
      '````text tool-error f\n```\n````',
      [{...result, output: '```', error: true}]
    ],
    ['```json tool-result f 1\n-0\n```', [{...result, id: '1', output: 0}]],
    ['```json tool-error f\n"x"\n```', [{...result, output: 'x', error: true}]],
    ['```markdown part\n[!reasoning]\n```', [text('[!reasoning]')]],
    [
      '```json part\n{"type":"refusal","text":"No","own":1}\n```',
      [{type: 'refusal', text: 'No'}]
    ],
    [
      '```json part\n{"type":"other","kind":"k"}\n```',
      [{type: 'other', kind: 'k', value: undefined}]
    ],
    ['> [!reasoning]-', [{type: 'reasoning', text: ''}]],
    [
      '>[!reasoning]+\n>a\n>\n>  b\nc',
      [{type: 'reasoning', text: 'a\n\n b'}, text('c')]
    ],
    [
      '> [!reasoning] <!--{"a":1}-->\r\n> a\r\n> b',
      [{type: 'reasoning', text: 'a\r\nb', meta: {a: 1}}]
    ],
    [
      '![](a.PNG?b.pdf)',
      [{type: 'file', mediaType: 'image/png', url: 'a.PNG?b.pdf'}]
    ],
    [
      '![cat](https://x.org/a_(b).c/d) ',
      [
        {
          type: 'file',
          mediaType: 'image/*',
          name: 'cat',
          url: 'https://x.org/a_(b).c/d'
        }
      ]
    ],
    [
      '![x](<a b.pdf> "text/plain")\n\nHi',
      [
        {type: 'file', mediaType: 'text/plain', name: 'x', url: 'a b.pdf'},
        text('Hi')
      ]
    ],
    [
      '![x](a.pdf "")\n \nHi',
      [{type: 'file', name: 'x', url: 'a.pdf'}, text('Hi')]
    ],
    [
      '![x](data:image/png;base64,AA==)',
      [{type: 'file', mediaType: 'image/png', name: 'x', data: 'AA=='}]
    ],
    [
      '![[a b.png|200]]',
      [{type: 'file', mediaType: 'image/png', name: '200', url: 'a b.png'}]
    ]
  ])('should read %j', (value, parts) => {
    expect(toParts(value)).toEqual(parts)
  })

  test.each([
    'x ```json tool-call f\n{}\n```',
    '  ```json tool-call f\n{}\n```',
    '- ```json tool-call f\n{}\n```',
    '~~~json tool-call f\n{}\n~~~',
    '> ```json tool-call f\n> {}\n> ```',
    '```json tool-call\n{}\n```',
    '```json tool-call f g h\n{}\n```',
    '```json tool-call %zz\n{}\n```',
    '```json tool-call f %zz\n{}\n```',
    '```json tool-call f {"a"}\n{}\n```',
    '```json tool-call f\n{\n```',
    '```json tool-call f\n{}',
    '```js tool-call f\n{}\n```',
    '```js tool-result f\n{}\n```',
    '```json tool-calls f\n{}\n```',
    '```tool-call f\n{}\n```',
    '```text tool-result f {"a":1}\n```',
    '```json part x\n{"type":"refusal","text":"No"}\n```',
    '```json part {}\n{"type":"refusal","text":"No"}\n```',
    '```json part\n{"type":"refusal"}\n```',
    '```json part\n{"type":"text","text":"x"}\n```',
    '```json part\n{"type":"toString"}\n```',
    '```json part\n{"type":1}\n```',
    '```json part\n[]\n```',
    '```js\n```json tool-call f\n{}\n```',
    `\`\`\`json tool-call f\n${'['.repeat(10_000)}${']'.repeat(10_000)}\n\`\`\``,
    'x\n> [!reasoning]-',
    '> > [!reasoning]-',
    ' > [!reasoning]-',
    '> [!reasoning]- Thoughts',
    '> [!reasoning]- <!-- x -->',
    '> [!reasoning]- <!-- {} --> x',
    '> [!reasoning]- <!-- [] -->',
    'x\n![a](b.png)',
    '![a](b.png)\nx',
    '![a](b.png) x',
    '![a]()',
    '![a](b.png "x" y)',
    '![[note]]',
    '![[note#a.png]]',
    '[a](b.png)',
    '!'
  ])('should read %j as text', value => {
    expect(toParts(value)).toEqual([text(value)])
  })

  test('should read text with one backslash fewer where it stands for no part', () => {
    expect(
      toParts(
        '```json \\tool-call f\n{}\n```\n\n> [!\\\\reasoning]-\n\n![\\a](b.png)\n\n!\\[[a.png]]'
      )
    ).toEqual([
      text(
        '```json tool-call f\n{}\n```\n\n> [!\\reasoning]-\n\n![a](b.png)\n\n![[a.png]]'
      )
    ])
  })

  test('should read text and files alone in turns of others', () => {
    const value = `${example}\n\n![](a.png)\n\n\`\`\`json part\n{"type":"file","ref":"1"}\n\`\`\``
    expect(toParts(value, {role: 'user'})).toEqual([
      text(example),
      {type: 'file', mediaType: 'image/png', url: 'a.png'},
      {type: 'file', ref: '1'}
    ])
    expect(toParts(value, {role: 'tool'})).toHaveLength(7)
  })

  test('should read all as text if it is told to', () => {
    expect(toParts(`\n${example}\n`, {blocks: false})).toEqual([text(example)])
  })

  test('should throw on what is no string', () => {
    // @ts-expect-error: wrong on purpose.
    expect(() => toParts(1)).toThrow(
      new TypeError('Expected `value` to be a string')
    )
  })
})

describe('fromParts', () => {
  test.each<[Array<Part>, string]>([
    [[], ''],
    [[text(' '), text('')], ''],
    [[text('\na '), text('b')], 'a\n\nb'],
    [
      [{...call, input: undefined}],
      '```json part\n{ "type": "tool-call", "name": "f" }\n```'
    ],
    [
      [{...call, input: ['role::user', '\u2028']}],
      '```json tool-call f\n[ "role:\\u003auser", "\\u2028" ]\n```'
    ],
    [
      [{...call, meta: {a: '`'}}],
      '```json tool-call f { "a": "\\u0060" }\n{}\n```'
    ],
    [
      [{...call, input: {a: 1}, raw: '{"a": 1}'}],
      '```text tool-call f\n{"a": 1}\n```'
    ],
    [
      [{...call, input: {a: 1}, raw: 'x'}],
      '```json part\n{ "type": "tool-call", "name": "f", "input": { "a": 1 }, "raw": "x" }\n```'
    ],
    [
      [{...call, name: '\ud800'}],
      '```json part\n{ "type": "tool-call", "name": "\\ud800", "input": {} }\n```'
    ],
    [
      [{...call, name: 'a/b c', id: ''}],
      '```json tool-call a/b%20c %\n{}\n```'
    ],
    [
      [{...result, output: '```\n````'}],
      '`````text tool-result f\n```\n````\n`````'
    ],
    [[{...result, output: 'a\r'}], '```json tool-result f\n"a\\r"\n```'],
    [
      [{...result, output: null, error: true}],
      '```json tool-error f\nnull\n```'
    ],
    [[{type: 'reasoning', text: ''}], '> [!reasoning]-'],
    [
      [{type: 'reasoning', text: 'a\n', meta: {a: '-->'}}],
      '> [!reasoning]- <!-- { "a": "--\\u003e" } -->\n> a\n>'
    ],
    [
      [{type: 'reasoning', text: 'a\r\n\r\nb'}],
      '> [!reasoning]-\n> a\r\n>\r\n> b'
    ],
    [
      [{type: 'reasoning', text: 'a '}],
      '```json part\n{ "type": "reasoning", "text": "a " }\n```'
    ],
    [
      [{type: 'reasoning', text: 'a\rb'}],
      '```json part\n{ "type": "reasoning", "text": "a\\rb" }\n```'
    ],
    [
      [{type: 'file', mediaType: 'image/png', name: 'x', url: 'a.png'}],
      '![x](a.png)'
    ],
    [[{type: 'file', url: 'a.png'}], '![](a.png "")'],
    [
      [{type: 'file', mediaType: 'image/*', url: 'https://x.org/a b'}],
      '![](<https://x.org/a b>)'
    ],
    [
      [{type: 'file', mediaType: 'application/pdf', url: 'a(b'}],
      '![](<a(b> "application/pdf")'
    ],
    [
      [{type: 'file', mediaType: 'image/png', data: 'AA=='}],
      '![](data:image/png;base64,AA==)'
    ],
    [
      [{type: 'file', ref: 'file_1'}],
      '```json part\n{ "type": "file", "ref": "file_1" }\n```'
    ],
    [
      [{type: 'refusal', text: 'No'}],
      '```json part\n{ "type": "refusal", "text": "No" }\n```'
    ],
    [
      [text('```js'), {...call}],
      '````markdown part\n```js\n````\n\n```json tool-call f\n{}\n```'
    ],
    [[{...call}, text('```js')], '```json tool-call f\n{}\n```\n\n```js'],
    [
      [text('![a](b.png)\n\n> [!reasoning]-')],
      '![\\a](b.png)\n\n> [!\\reasoning]-'
    ]
  ])('should write %j', (parts, value) => {
    expect(fromParts(parts)).toBe(value)
  })

  test('should escape in a turn of the user what is read there', () => {
    const parts = [text(`${example}\n\n![a](b.png)`)]
    const value = fromParts(parts, {role: 'user'})
    expect(value).toBe(`${example}\n\n![\\a](b.png)`)
    expect(toParts(value, {role: 'user'})).toEqual(parts)
  })

  test.each([
    null,
    {type: 'x'},
    {type: 'text'},
    {type: 'tool-call', name: 1},
    {type: 'tool-result', name: 'f', error: false},
    {type: 'reasoning', text: '', meta: []}
  ])('should throw on %j', part => {
    // @ts-expect-error: wrong on purpose.
    expect(() => fromParts([text('a'), part])).toThrow(
      new TypeError('Expected `parts[1]` to be a part')
    )
  })

  test('should throw on what nests too deep', () => {
    const input: unknown = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000))
    expect(() => fromParts([{...call, input}])).toThrow(
      new TypeError(
        'Cannot write `parts[0]`, expected at most 200 levels of lists and maps'
      )
    )
  })
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
