import fc from 'fast-check'
import {knownKeys} from '../../src/dialects/chatgpt-md/config.ts'

/** Strings that YAML reads as something else, or not at all, without quotes. */
const hostile = [
  '',
  ' ',
  ' a ',
  '#',
  '#a',
  'a #b',
  'a: b',
  'a:',
  ':',
  '- a',
  '-',
  '---',
  '--- ',
  '...',
  '? ',
  '?',
  '!a',
  '&a',
  '*a',
  '|',
  '>',
  '%a',
  '@a',
  '`a',
  '"',
  "'",
  '\\',
  '[a]',
  '{a}',
  ',',
  'a, b',
  '~',
  'null',
  'true',
  'yes',
  'off',
  'y',
  '1',
  '1e3',
  '0x1f',
  '0o7',
  '.inf',
  '-.nan',
  '2024-01-01',
  '12:30',
  '<<',
  '=',
  'a\nb',
  '\n',
  'a\r\nb',
  '\r',
  '\t',
  'a\tb',
  '\0',
  '\u001b',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '😀',
  'é',
  '__proto__',
  'constructor',
  'toString',
  'key with spaces',
  'x'.repeat(1100)
]

/** Strings, hostile ones often. */
export const string = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({maxLength: 8}),
  fc.string({unit: 'binary', maxLength: 4})
)

/** Keys that the schema does not know. */
export const ownKey = string.filter(key => !knownKeys.includes(key))

/** JSON values, with hostile strings and keys. */
export const json = fc.letrec<{value: unknown}>(tie => ({
  value: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    fc.oneof(
      string,
      fc.integer(),
      fc.double({noNaN: true, noDefaultInfinity: true}).map(n => n + 0),
      fc.boolean(),
      fc.constant(null)
    ),
    fc.array(tie('value'), {maxLength: 4}),
    fc.array(fc.tuple(string, tie('value')), {maxLength: 4}).map(toObject)
  )
})).value

/** Keys that the schema knows, with values that it wants. */
const known = fc.record(
  {
    model: fc.string({minLength: 1}),
    temperature: fc.constantFrom(0, 0.5, 1, null),
    system_commands: fc.oneof(
      fc.array(string, {maxLength: 3}),
      fc.constant(null)
    ),
    tags: fc.array(string, {maxLength: 3}),
    stop: fc.oneof(string, fc.array(string, {maxLength: 4})),
    stream: fc.boolean(),
    logit_bias: fc.array(fc.tuple(string, json), {maxLength: 3}).map(toObject)
  },
  {requiredKeys: []}
)

/** Configs of known and other keys. */
export const config = fc
  .tuple(fc.array(fc.tuple(ownKey, json), {maxLength: 5}), known)
  .map(([pairs, keys]) => toObject([...pairs, ...Object.entries(keys)]))

/** Pieces that, joined, often are YAML, and often nearly. */
const pieces = [
  'a: 1\n',
  'b: two\n',
  'c: "three" # c\n',
  "d: 'four'\r\n",
  'model: gpt-4o\n',
  'temperature: 0.5 # t\n',
  'temperature: 9\n',
  'tags:\n  - a\n  - b # b\n',
  'tags: a, b\n',
  'stop:\n',
  'stop: # none\n',
  'system_commands: [\'x\', "y"]\n',
  'system_commands:\n- x\n# own\n- y\n',
  'm:\n  k: 1\n  # own\n  l: [1, 2]\n',
  'n: {k: 1, "l": 2,}\n',
  'o: |\n  text\n\n  more\n',
  'p: |+ # kept\n  text\n\n',
  'q: >-\n  text\n',
  'r: &r [1, {k: 2}]\n',
  's: *r\n',
  't: !tag x\n',
  '? u\n: 1\n',
  'v: - x\n',
  'w: @x\n',
  'x: "unclosed\n',
  '{y: 1, "z": [2,\n  3]}\n',
  '{\n  "a": 1, # one\n  "b": 2\n}\n',
  '{"a": 1}\n',
  'l:\n  - k: 1\n    m: 2\n  - - 1\n    - 2\n',
  '# comment\n',
  '  # indented\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '- a\n',
  '---\n',
  '--- a\n',
  '...\n',
  '%YAML 1.1\n',
  '}',
  ']',
  '\ufeff',
  '__proto__: 1\n',
  '1: one\n',
  'null: x\n',
  '? [k]\n: v\n',
  'e: .inf\n'
]

/** Text that often is YAML, sometimes with errors. */
export const yaml = fc
  .array(
    fc.oneof(
      {weight: 20, arbitrary: fc.constantFrom(...pieces)},
      {weight: 1, arbitrary: fc.string({maxLength: 3})}
    ),
    {maxLength: 7}
  )
  .map(list => list.join(''))

/** Make an object of pairs, whatever the keys. */
export function toObject(
  pairs: Array<[string, unknown]>
): Record<string, unknown> {
  // Note: `fromEntries` makes `__proto__` a property as any other.
  return Object.fromEntries(pairs)
}
