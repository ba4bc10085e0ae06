import type {Part} from 'chatmd/convert'
import fc from 'fast-check'
import {text as noteText} from './arbitrary.ts'

/** Lines that stand for parts, nearly do, or change how others are read. */
const lines = [
  '```json tool-call get_weather call_1',
  '```json tool-call f',
  '```json tool-call f x { "a": 1 }',
  '```json \\tool-call f',
  '``` json  \\\\tool-call  f  x ',
  '```text tool-call f',
  '```text tool-result f x',
  '````text tool-result %20 %',
  '```json tool-error f',
  '```json part',
  '```markdown part',
  '```markdown \\part',
  '- ```json tool-call f',
  '~~~json tool-call f',
  '```js',
  '```',
  '````',
  '~~~',
  ' ```json part',
  '{}',
  '{ "city": "Paris" }',
  '{"a":-0}',
  '1e400',
  '[',
  '"x"',
  '{"type":"file","url":"a.png"}',
  '{"type":"refusal","text":"No"}',
  '{"type":"other","kind":"k","value":[1]}',
  '{"type":"text","text":"x"}',
  '{"type":"tool-call","name":"f","input":{"__proto__":1}}',
  '> [!reasoning]-',
  '> [!reasoning]',
  '>[!reasoning]+',
  '> [!\\reasoning]-',
  '> [!\\\\reasoning]-',
  '> [!reasoning]- Title',
  '> [!reasoning]- <!-- { "a": "b" } -->',
  '> [!reasoning]- <!-- x -->',
  '>',
  '> ',
  '>  two',
  '> ```json tool-call f',
  '> > [!reasoning]-',
  '![a](b.png)',
  '![\\a](b.png)',
  '![](b.png "")',
  '![](b "image/png")',
  '![x](<a b.pdf>) ',
  '![x](a(1).png) y',
  '![](data:image/png;base64,AAAA)',
  '![[a.png]]',
  '![[a.png|b]]',
  '!\\[[a.png]]',
  '![[note]]',
  '=begin-chatgpt-md-comment',
  '=end-chatgpt-md-comment',
  '<hr class="__chatgpt_plugin">',
  'role::user',
  'text',
  '    code',
  '\u2028',
  '\ud800',
  ''
]

/** Text that is hostile to whoever looks for parts in it. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  {weight: 1, arbitrary: noteText},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 8})},
  {
    weight: 8,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom(...lines),
          fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r', '')
        ),
        {maxLength: 12}
      )
      .map(lines => lines.flat().join(''))
  }
)

const word = fc.oneof(
  fc.constantFrom('get_weather', 'call_1', '', 'a b', 'mcp/x', '`', 'é', '{'),
  hostile
)

/** JSON as it is read. */
export const json: fc.Arbitrary<unknown> = fc
  .oneof(
    fc.constantFrom<unknown>({}, {city: 'Paris'}, [], 'x', null, 0),
    fc.jsonValue({maxDepth: 4}),
    fc.dictionary(word, hostile, {maxKeys: 3})
  )
  .map(value => JSON.parse(JSON.stringify(value)))

const meta = fc
  .dictionary(word, json, {maxKeys: 3})
  .map(value => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)

const url = fc.oneof(
  fc.constantFrom('a.png', 'https://x.org/a?b=c', 'a b.pdf', 'a(1).png', ''),
  hostile
)

const mediaType = fc.constantFrom('image/png', 'image/*', '', 'x "y"')

function optional<T>(arbitraries: {[K in keyof T]: fc.Arbitrary<T[K]>}) {
  return fc.record(arbitraries, {requiredKeys: []})
}

/** Text. */
export const textPart: fc.Arbitrary<Part> = fc
  .record({text: hostile})
  .map(toType('text'))

/** A file. */
export const filePart: fc.Arbitrary<Part> = fc.oneof(
  optional({
    mediaType,
    name: word,
    url,
    data: fc.constantFrom('AAAA', 'x y'),
    ref: word,
    text: hostile
  }).map(toType('file')),
  fc.record({mediaType, name: word, url}).map(toType('file'))
)

/** Any part. */
export const part: fc.Arbitrary<Part> = fc.oneof(
  {weight: 3, arbitrary: textPart},
  {weight: 2, arbitrary: filePart},
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.record({text: hostile}), optional({meta}))
      .map(merge('reasoning'))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.record({name: word, input: json}),
        optional({id: word, raw: fc.oneof(hostile, json.map(toJson)), meta})
      )
      .map(merge('tool-call'))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.record({name: word, output: fc.oneof(hostile, json)}),
        optional({id: word, error: fc.constant(true)})
      )
      .map(merge('tool-result'))
  },
  {weight: 1, arbitrary: fc.record({text: hostile}).map(toType('refusal'))},
  {
    weight: 1,
    arbitrary: fc.record({kind: word, value: json}).map(toType('other'))
  }
)

function toJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}

function toType(type: Part['type']) {
  return (fields: object) => ({type, ...fields}) as Part
}

function merge(type: Part['type']) {
  return ([first, second]: [object, object]) =>
    ({type, ...first, ...second}) as Part
}
