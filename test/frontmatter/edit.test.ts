import {describe, expect, test} from 'vitest'
import {toObject} from './arbitrary.ts'
import {editFrontmatter, readFrontmatter} from './chatgpt-md.ts'

/** Change some keys; `undefined` takes a key away. */
function edit(value: string, changes: Record<string, unknown>): string {
  const lineEnding = value.includes('\r\n') ? '\r\n' : '\n'
  const config = {...readFrontmatter(value).config, ...changes}
  return editFrontmatter(value, config, lineEnding)
}

describe('editFrontmatter', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'a plain value, and keep the comment',
      'model: gpt-4 # m\nn: 1\n',
      {model: 'gpt-5'},
      'model: gpt-5 # m\nn: 1\n'
    ],
    ['a double-quoted value', 'a: "b"\n', {a: 'c'}, 'a: "c"\n'],
    ['a single-quoted value', "a:   'b'\n", {a: "it's"}, "a:   'it''s'\n"],
    [
      'a single-quoted value to one that needs escapes',
      "a: 'b'\n",
      {a: 'c\td'},
      'a: "c\\td"\n'
    ],
    ['a value to one that needs quotes', 'a: b\n', {a: 'yes'}, 'a: "yes"\n'],
    ['a value to a number', 'a: "b" # c\n', {a: 1e21}, 'a: 1e+21 # c\n'],
    ['a value to null', 'a: b\n', {a: null}, 'a: null\n'],
    [
      'a null before a comment',
      'stop: # none\nn: 1\n',
      {stop: 'x'},
      'stop: x # none\nn: 1\n'
    ],
    [
      'a null to a list',
      'tags:\nn: 1\n',
      {tags: ['a', 'b']},
      'tags: [a, b]\nn: 1\n'
    ],
    [
      'a literal scalar, and keep its comment and the blank line',
      'a: | # l\n  b\n  c\n\nd: 1\n',
      {a: 'e\nf'},
      'a: "e\\nf" # l\n\nd: 1\n'
    ],
    [
      'a kept literal scalar',
      'a: |+\n  b\n\n\nd: 1\n',
      {a: 'e'},
      'a: e\nd: 1\n'
    ],
    ['a folded scalar at the end', 'a: >-\n  b\n  c', {a: 'e'}, 'a: e\n'],
    [
      'a value of many lines',
      'a: "b\n  c" # d\ne: 1\n',
      {a: 'f'},
      'a: "f" # d\ne: 1\n'
    ],
    [
      'CRLF text',
      '# c\r\na: 1 # a\r\n\r\nb: 2\r\n',
      {a: 3},
      '# c\r\na: 3 # a\r\n\r\nb: 2\r\n'
    ],
    ['CR text', 'a: 1\rb: 2\r', {b: 3}, 'a: 1\rb: 3\r'],
    ['text without a last line ending', 'a: 1', {a: 2}, 'a: 2\n'],
    ['the last of a repeated key', 'a: 1\na: 2\n', {a: 3}, 'a: 1\na: 3\n'],
    [
      'a wrong value',
      'temperature: 9 # hot\n',
      {temperature: 1},
      'temperature: 1 # hot\n'
    ],
    ['a broken value', 'a: @b\nc: 1\n', {a: 'd'}, 'a: d\nc: 1\n'],
    ['a value beside a broken one', 'a: @b\nc: 1\n', {c: 2}, 'a: @b\nc: 2\n'],
    ['an explicit key', '? a\n: b # c\n', {a: 'd'}, '? a\n: d # c\n'],
    ['an empty key', ': 1 # c\nb: 2\n', {'': 3}, ': 3 # c\nb: 2\n'],
    ['an explicit key without value', '? a\nb: 1\n', {a: 'd'}, 'a: d\nb: 1\n'],
    ['a tagged value', 'a: !!str 5 # c\nb: 1\n', {a: 6}, 'a: 6 # c\nb: 1\n'],
    [
      'a value beside a key that is no JSON',
      '*b : 1\nc: 1\n',
      {c: 2},
      '*b : 1\nc: 2\n'
    ],
    [
      'an anchored value that is used',
      'a: &x [1] # c\nb: *x\nc: 1\n',
      {a: [2]},
      'a: [2] # c\nb: [1]\nc: 1\n'
    ],
    [
      'a tagged value to one of another type',
      'k: !!int 5 # c\nb: 1\n',
      {k: 'x'},
      'k: x # c\nb: 1\n'
    ],
    [
      'a tagged map to a string, and keep the comment on its line',
      'k: !!map # c\n  # d\n  a: 1\nb: 1\n',
      {k: 'x'},
      'k: x # c\nb: 1\n'
    ],
    [
      'a list to a string, in CRLF text',
      'a: # c\r\n  - b\r\nc: 1\r\n',
      {a: 'z'},
      'a: z # c\r\nc: 1\r\n'
    ],
    ['an alias', 'a: &x 1\nb: *x\n', {b: 2}, 'a: &x 1\nb: 2\n'],
    ['a string of tags', 'tags: a, b\n', {tags: ['a', 'c']}, 'tags: [a, c]\n'],
    [
      'a kept scalar, in CRLF text',
      'a: |+\r\n  x\r\nb: 1\r\n',
      {a: 'z'},
      'a: z\r\nb: 1\r\n'
    ],
    ['a kept scalar without text', 'a: |+ # c', {a: 'z'}, 'a: z # c\n'],
    ['a pair in a list', 'k: [a: 1]\n', {k: [{a: 2}]}, 'k: [{a: 2}]\n'],
    [
      'a list whose last value is empty',
      'k:\n  - a: # c\nm: 1\n',
      {k: [{}]},
      'k:\n  - {} # c\nm: 1\n'
    ],
    [
      'an item whose last value is empty',
      'k:\n  - a: # c\n  - b\n',
      {k: ['z', 'b']},
      'k:\n  - z # c\n  - b\n'
    ],
    [
      'an item whose last value is a tag',
      'k:\n  - a: !!str # c\n  - b\n',
      {k: ['z', 'b']},
      'k:\n  - z # c\n  - b\n'
    ],
    ['a list that is not closed', 'k: [a, b\nm: 1\n', {k: 'z'}, 'k: z\nm: 1\n'],
    [
      'a kept scalar of many spaces',
      'a: >2+\n    b\n\nc: 1\n',
      {a: 'z'},
      'a: z\nc: 1\n'
    ],
    [
      'a list with text after an item',
      'a:\n  - "x" y\nb: 1\n',
      {a: 1},
      '# a:\n#   - "x" y\n# b: 1\nb: 1\na: 1\n'
    ],
    [
      'a key beside a list',
      'a: 1\n- a\n',
      {'': ''},
      '# a: 1\n# - a\na: 1\n"": ""\n'
    ],
    ['a list that has no end', 'm: 1\nk: [', {k: 'z'}, 'm: 1\nk: z\n'],
    [
      'a flow list that gets a comma',
      '"system_commands" : [a] # c\nn: 1\n',
      {system_commands: ['a, b']},
      '"system_commands" :\n  - a, b # c\nn: 1\n'
    ],
    [
      'a string in a map that gets a comma',
      'm:\n  tags: a\nn: 1\n',
      {m: {tags: ['a, b', 'c']}},
      'm: {tags: ["a, b", c]}\nn: 1\n'
    ],
    [
      'an empty value to one with commas',
      'a:',
      {a: ['b, c']},
      'a:\n  - b, c\n'
    ],
    [
      'a flow list that has a comma',
      'a: ["b, c"]\n',
      {a: ['b, c', 'd']},
      'a:\n  - b, c\n  - d\n'
    ],
    [
      'a flow list with comments that gets a comma',
      'a: [b, # c\n  d]\n',
      {a: ['b', 'd, e']},
      'a:\n  - b\n  - d, e\n'
    ]
  ])('should change %s', (_, value, changes, expected) => {
    expect(edit(value, changes)).toBe(expected)
  })

  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'an item',
      't:\n  - a # one\n  # own\n  - b # two\n',
      {t: ['a', 'c']},
      't:\n  - a # one\n  # own\n  - c # two\n'
    ],
    [
      'items around one that is equal',
      't:\n- a\n- b # b\n- c\n',
      {t: ['x', 'b', 'z']},
      't:\n- x\n- b # b\n- z\n'
    ],
    [
      'a list of tags without its last line ending',
      't:\n- a\n- b',
      {t: ['a']},
      't:\n- a\n'
    ],
    [
      'an empty item',
      't:\n  -\n  - b\n',
      {t: ['a', 'b']},
      't:\n  - a\n  - b\n'
    ],
    [
      'items that it removes',
      't:\n  - a # one\n  # own\n  - b # two\n  - c\n',
      {t: ['a', 'c']},
      't:\n  - a # one\n  # own\n  - c\n'
    ],
    [
      'items that it appends, quoted as the others',
      "t:\n- 'a' # one\nn: 1\n",
      {t: ['a', 'b', '#']},
      "t:\n- 'a' # one\n- 'b'\n- '#'\nn: 1\n"
    ],
    [
      'items that it puts first',
      't:\n    - a\n    - b\n',
      {t: ['0', 'a', 'b']},
      't:\n    - "0"\n    - a\n    - b\n'
    ],
    [
      'items that it puts between',
      't:\n- a # one\n- b\n',
      {t: ['a', 'x', 'b']},
      't:\n- a # one\n- x\n- b\n'
    ],
    [
      'all items',
      't: # c\n  - a # one\n  - b\nn: 1\n',
      {t: []},
      't: [] # c\nn: 1\n'
    ],
    ['a list to a string', 't:\n- a\n- b\nn: 1\n', {t: 'c'}, 't: c\nn: 1\n'],
    [
      'a list in a list',
      't:\n- - 1\n  - 2\n- 3\n',
      {t: ['x', 3]},
      't:\n- x\n- 3\n'
    ],
    [
      'items of a list in a list',
      't:\n- - 1\n  - 2\n  - 4\n- 3\n',
      {t: [[2, 4], 3]},
      't:\n- [2, 4]\n- 3\n'
    ],
    [
      'maps in a list',
      't:\n- a: 1 # one\n  b: 2\n- c\n',
      {t: [{a: 1, b: 3}, 'c']},
      't:\n- {a: 1, b: 3}\n- c\n'
    ],
    [
      'maps in a list that get a key',
      't:\n- a: 1\n- c\n',
      {t: [{a: 1, z: 'a: b'}, 'c']},
      't:\n- {a: 1, z: "a: b"}\n- c\n'
    ],
    [
      'a flow list that it appends to',
      "t: ['a', 'b'] # c\n",
      {t: ['a', 'b', 'no']},
      "t: ['a', 'b', 'no'] # c\n"
    ],
    [
      'a flow list that it removes from',
      't: [a, b, c] # c\n',
      {t: ['a', 'c']},
      't: [a, c] # c\n'
    ],
    [
      'a flow list that loses its first',
      't: [ a, b, c ]\n',
      {t: ['c']},
      't: [c]\n'
    ],
    [
      'a flow list that gets a first',
      't: [a, b]\n',
      {t: ['x', 'a', 'b']},
      't: [x, a, b]\n'
    ],
    ['an empty flow list', 't: []\n', {t: ['a']}, 't: [a]\n'],
    [
      'a flow list on lines',
      't: [\n  a, # x\n  b # y\n]\n',
      {t: ['a', 'q', 'b', 'c']},
      't: [a, q, b, c]\n'
    ]
  ])('should change a list: %s', (_, value, changes, expected) => {
    expect(edit(value, changes)).toBe(expected)
  })

  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'after the last key',
      'a: 1 # a\n\n# end\n',
      {b: 'x', c: true},
      'a: 1 # a\nb: x\nc: true\n\n# end\n'
    ],
    ['after a literal scalar', 'a: |\n  x\n\n', {b: 1}, 'a: |\n  x\nb: 1\n\n'],
    [
      'after a kept literal scalar',
      'a: |+\n  x\n\n',
      {b: 1},
      'a: |+\n  x\n\nb: 1\n'
    ],
    [
      'after a comment about the last key',
      'a:\n  b: 1\n\n  # about b\n\n# end\n',
      {z: 1},
      'a:\n  b: 1\n\n  # about b\nz: 1\n\n# end\n'
    ],
    [
      'after a comment at the end',
      'a: 1\n  # a',
      {z: 1},
      'a: 1\n  # a\nz: 1\n'
    ],
    ['after a byte order mark', '\ufeffa: 1\n', {b: 1}, '\ufeffa: 1\nb: 1\n'],
    [
      'below a colon in a title',
      'title: Chat: foo\nmodel: x\n',
      {z: 1},
      'title: Chat: foo\nmodel: x\nz: 1\n'
    ],
    [
      'below a wrong indentation',
      'url: x\n  y: 1\n',
      {z: 1},
      'url: x\n  y: 1\nz: 1\n'
    ],
    ['above a key without colon', 'a: 1\nfoo\n', {z: 1}, 'z: 1\na: 1\nfoo\n'],
    [
      'above a string that is not closed',
      'a: 1 # a\nb: "x\nc: 2\n',
      {z: 1},
      'z: 1\na: 1 # a\nb: "x\nc: 2\n'
    ],
    ['above the first', 'b: "x\n', {z: 1}, 'z: 1\nb: "x\n'],
    [
      'below a flow map that is broken',
      '{a: 1, b: "x\n',
      {z: 1},
      '# {a: 1, b: "x\na: 1\nz: 1\n'
    ],
    [
      'above one that is too deep',
      `a: 1\nb: ${'['.repeat(101)}\n`,
      {z: 1},
      `a: 1\nz: 1\nb: ${'['.repeat(101)}\n`
    ],
    [
      'and change another, above a broken one',
      'a: &x 1\nb: *x\nc: "x\n',
      {a: 2, z: 1},
      'z: 1\na: 2\nb: 1\nc: "x\n'
    ],
    ['after an empty value', 'a: # none\n', {b: 1}, 'a: # none\nb: 1\n'],
    ['with the indentation there is', '  a: 1\n', {b: 1}, '  a: 1\n  b: 1\n'],
    [
      'in CRLF text',
      'a: 1\r\n',
      {b: ['x, y', 'z']},
      'a: 1\r\nb:\r\n  - x, y\r\n  - z\r\n'
    ],
    [
      'to text without a last line ending',
      'a: 1 # a',
      {b: 2},
      'a: 1 # a\nb: 2\n'
    ],
    ['to nothing', '', {b: 1}, 'b: 1\n'],
    ['to comments', '# c', {b: 1}, '# c\nb: 1\n'],
    [
      'to a nested map',
      'm:\n    a: 1\n    # own\n    b: 2\nc: 3\n',
      {m: {a: 1, b: 2, d: [null]}},
      'm: {a: 1, b: 2, d: [null]}\nc: 3\n'
    ],
    ['to a flow map', '{a: 1, b: 2}\n', {c: 'x'}, '{a: 1, b: 2, c: x}\n'],
    ['to JSON', '{"a": 1}\n', {b: 'x'}, '{"a": 1, "b": "x"}\n'],
    [
      'to JSON on lines',
      '{\n  "a": 1, # one\n  "b": 2 # two\n}\n',
      {c: ['x'], d: 'y'},
      '{\n  "a": 1, # one\n  "b": 2, # two\n  "c": ["x"],\n  "d": "y"\n}\n'
    ],
    [
      'to JSON on lines with a comma at its end',
      '{\r\n\t"a": 1,\r\n\t# end\r\n}\r\n',
      {c: 'x', a: 'y'},
      '{\r\n\t"a": "y",\r\n\t# end\r\n\t"c": "x"\r\n}\r\n'
    ],
    [
      'to a flow map on lines that ends with its last pair',
      '{a: 1, # one\n  b: 2}\n',
      {a: ['x', 'z'], c: 'z'},
      '{a: [x, z], # one\n  b: 2, c: z}\n'
    ],
    [
      'to a flow map with a tag',
      '{a: 1, # one\n  b: !!int 2}\n',
      {c: 'x'},
      '{a: 1, b: 2, c: x}\n'
    ],
    ['to a flow map without keys', '{}\n', {a: {b: 'no'}}, '{a: {b: "no"}}\n'],
    [
      'to a flow map with keys alone',
      '{a, b: }\n',
      {a: 1, b: 2, c: 3},
      '{a: 1, b: 2, c: 3}\n'
    ],
    [
      'in the place of others',
      'a: 1\n# own\nb: 2 # b\n',
      {a: undefined, b: undefined, c: 3, d: 4},
      '# own\nc: 3\nd: 4\n'
    ],
    [
      'in the place of others in JSON',
      '{"a": 1, "b": 2}\n',
      {a: undefined, b: undefined, c: 'x'},
      '{"c": "x"}\n'
    ]
  ])('should add keys %s', (_, value, changes, expected) => {
    expect(edit(value, changes)).toBe(expected)
  })

  test.each([
    [
      '{\n  "a": 1, # one\n  "b": [2] # two\n}\n',
      '{\n  "a": 1, # one\n  "b": "x" # two\n}\n'
    ],
    ['{"a": 1, "b": \'y\'}\n', '{"a": 1, "b": \'x\'}\n'],
    ['{b: 3, c: !!int 4}\n', '{b: x, c: 4}\n']
  ])('should change a value in a flow map: %j', (value, expected) => {
    expect(edit(value, {b: 'x'})).toBe(expected)
  })

  test.each<[string, string, Array<string>, string]>([
    ['with its comment', 'a: 1 # a\n# own\nb: 2\n', ['a'], '# own\nb: 2\n'],
    [
      'with its lines',
      'a:\n  - x # x\n\n  - y\n# own\nb: 2\n',
      ['a'],
      '# own\nb: 2\n'
    ],
    ['at every place', 'a: 1\nb: 2\na: 3\n', ['a'], 'b: 2\n'],
    ['and leave nothing', 'a: 1\n\n', ['a'], ''],
    ['and leave a comment', '# c\na: 1\n', ['a'], '# c\n'],
    [
      'and leave a wrong key',
      'a: 1\ntemperature: 9\n',
      ['a'],
      'temperature: 9\n'
    ],
    ['first in a flow map', '{a: 1, b: 2}\n', ['a'], '{b: 2}\n'],
    ['last in a flow map', '{a: 1, b: 2}\n', ['b'], '{a: 1}\n'],
    ['all in a flow map', '{"a": 1}\n', ['a'], ''],
    [
      'in JSON on lines',
      '{\n  "a": 1, # one\n  "b": 2 # two\n}\n',
      ['a'],
      '{"b": 2}\n'
    ],
    [
      'and the blank lines after it, below a kept scalar',
      'a: |+\n  x\nb: 1\nd: 2\n\nc: 1\n',
      ['b', 'd'],
      'a: |+\n  x\nc: 1\n'
    ],
    [
      'but not the comment after blank lines',
      'a:\n  - |+\n    x\nb: 1\n\n# c\nc: 1\n',
      ['b'],
      'a:\n  - |+\n    x\n# c\nc: 1\n'
    ]
  ])('should remove a key %s', (_, value, keys, expected) => {
    const changes = Object.fromEntries(keys.map(key => [key, undefined]))
    expect(edit(value, changes)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['a list', '- a\n\n  - b\n', '# - a\n\n#   - b\na: 1\n'],
    ['a scalar', 'text\n# c', '# text\n# c\na: 1\n'],
    [
      'YAML that is too deep',
      '- '.repeat(101),
      `# ${'- '.repeat(101)}\na: 1\n`
    ],
    [
      'a line that closes the frontmatter',
      'b: 2\n--- \n',
      '# b: 2\n# --- \na: 1\n'
    ],
    [
      'text that ends lines in JavaScript only',
      'x\u2028---\u2028y\n',
      '# x\u2028---\u2028y\na: 1\n'
    ],
    ['CRLF text', '- a\r\n\r\n- b\r\n', '# - a\r\n\r\n# - b\r\na: 1\n']
  ])('should keep %s as comments', (_, value, expected) => {
    expect(editFrontmatter(value, {a: 1}, '\n')).toBe(expected)
  })

  test('should keep the line endings of a kept scalar', () => {
    const value = 'a: |+\n  x\n\n'
    expect(editFrontmatter(value, {a: 'x\n\n', b: 1}, '\r\n')).toBe(
      `${value}b: 1\r\n`
    )
  })

  test('should change nothing when values are equal', () => {
    const value = 'system_commands: x\n'
    expect(edit(value, {system_commands: ['x'], y: undefined})).toBe(value)
    expect(edit('tags: a, b\n', {tags: 'a,b'})).toBe('tags: a, b\n')
    expect(edit('a: {b: 0}\n', {a: {b: -0, c: undefined}})).toBe('a: {b: 0}\n')
  })

  test.each<[string, unknown, string]>([
    [
      'a',
      Number.NaN,
      'Cannot write `a`: Unexpected number `NaN`, expected a finite one'
    ],
    [
      'a',
      [Number.POSITIVE_INFINITY],
      'Cannot write `a`: Unexpected number `Infinity`, expected a finite one'
    ],
    ['a', () => {}, 'Cannot write `a`: Unexpected function, expected JSON'],
    ['a', 1n, 'Cannot write `a`: Unexpected bigint, expected JSON'],
    ['a', Symbol('x'), 'Cannot write `a`: Unexpected symbol, expected JSON'],
    [
      'a',
      {b: /x/},
      'Cannot write `a`: Unexpected object of a class, expected JSON'
    ],
    [
      'a',
      new Date(Number.NaN),
      'Cannot write `a`: Unexpected date that is none, expected a time'
    ],
    [
      'a',
      new Map(),
      'Cannot write `a`: Unexpected object of a class, expected JSON'
    ],
    [
      'a',
      new Array(1),
      'Cannot write `a`: Unexpected undefined, expected JSON'
    ],
    [
      'temperature',
      9,
      'Cannot write `temperature`: Unexpected value, expected a number from 0 to 2'
    ],
    [
      'system_commands',
      [1],
      'Cannot write `system_commands`: Unexpected value, expected a string'
    ]
  ])('should throw for `%s` %o', (key, data, message) => {
    expect(() => editFrontmatter('a: 1\n', {[key]: data}, '\n')).toThrow(
      new TypeError(message)
    )
  })

  test('should throw for data in itself, and for more than 100 levels', () => {
    const circular: Array<unknown> = []
    circular.push(circular, circular)
    const message = 'Cannot write `a`: Unexpected 100 levels or more'
    expect(() => editFrontmatter('', {a: circular}, '\n')).toThrow(message)
    expect(() => editFrontmatter('', {a: nest(100)}, '\n')).toThrow(message)
    const value = editFrontmatter('', {a: nest(99)}, '\n')
    expect(readFrontmatter(value).config).toEqual({a: nest(99)})
  })

  test.each<[string, string, unknown]>([
    ['undefined in a list', 'a: [1]\n', [1, undefined]],
    ['a hole in a list', 'a: []\n', new Array(3)],
    ['a map', 'a: {}\n', new Map([[1, 2]])],
    ['a date that is none', 'a: null\n', new Date(Number.NaN)],
    ['a number that is none', 'a: 1\n', Number.NaN]
  ])('should throw for %s where the rest is equal', (_, value, data) => {
    expect(() => editFrontmatter(value, {a: data}, '\n')).toThrow(TypeError)
  })

  test('should throw for a wrong list of any length', () => {
    const tags = new Array(200_000).fill(1)
    expect(() => editFrontmatter('', {tags}, '\n')).toThrow(
      new TypeError('Cannot write `tags`: Unexpected value, expected a string')
    )
  })

  test('should write shared values, but not when they double many times', () => {
    let shared: unknown = 1
    for (let level = 0; level < 8; level++) shared = [shared, shared]
    const value = editFrontmatter('', {a: shared}, '\n')
    expect(readFrontmatter(value).config).toEqual({a: shared})
    for (let level = 0; level < 60; level++) shared = [shared, shared]
    expect(() => editFrontmatter('', {a: shared}, '\n')).toThrow(
      new TypeError('Cannot write `a`: Unexpected 1000000 values or more')
    )
  })

  test.each([
    ['', {a: new Date(0)}, 'a: 1970-01-01T00:00:00.000Z\n'],
    ['', {a: [new Date(0)]}, 'a: [1970-01-01T00:00:00.000Z]\n'],
    ['', {a: {b: new Date(1)}}, 'a: {b: 1970-01-01T00:00:00.001Z}\n'],
    ['a: x # c\n', {a: new Date(0)}, 'a: 1970-01-01T00:00:00.000Z # c\n'],
    [
      'a: "1970-01-01T00:00:00.000Z"\nb: 1\n',
      {a: new Date(0), b: 2},
      'a: "1970-01-01T00:00:00.000Z"\nb: 2\n'
    ]
  ])('should write dates as YAML does: %j', (value, config, expected) => {
    const written = editFrontmatter(value, config, '\n')
    expect(written).toBe(expected)
    expect(readFrontmatter(written).config).toEqual(
      JSON.parse(JSON.stringify(config))
    )
    expect(editFrontmatter(written, config, '\n')).toBe(written)
  })

  test('should throw for a date where a key has another type', () => {
    const config = {title: new Date(0)} as never
    expect(() => editFrontmatter('', config, '\n')).toThrow(
      'Cannot write `title`: Unexpected value, expected a string'
    )
  })

  test('should throw for a line ending that ends no line', () => {
    expect(() => editFrontmatter('', {a: 1, b: 2}, ' ')).toThrow(
      new TypeError('Cannot write the config so that it reads the same')
    )
  })

  test('should leave out what is undefined in a map', () => {
    expect(edit('a: {b: 0}\n', {a: {b: 1, c: undefined}})).toBe('a: {b: 1}\n')
  })

  test('should take objects without prototype', () => {
    const data = Object.assign(Object.create(null), {b: 1})
    expect(editFrontmatter('', {a: data}, '\n')).toBe('a: {b: 1}\n')
  })
})

describe('editFrontmatter of nothing', () => {
  test('should write nothing for a config without keys', () => {
    expect(editFrontmatter('', {a: undefined}, '\n')).toBe('')
  })

  test('should write a key a line', () => {
    const config = {
      system_commands: ["I'm a helpful assistant."],
      model: 'ollama@qwen3:1.7b',
      tags: 'a, b' as unknown as Array<string>,
      temperature: 0.5,
      stop: null,
      logit_bias: {'50256': -100}
    }
    expect(editFrontmatter('', config, '\r\n')).toBe(
      'system_commands: [I\'m a helpful assistant.]\r\nmodel: ollama@qwen3:1.7b\r\ntags: [a, b]\r\ntemperature: 0.5\r\nstop: null\r\nlogit_bias: {"50256": -100}\r\n'
    )
  })

  test.each([
    ['yes', '"yes"'],
    ['n', '"n"'],
    ['', '""'],
    [' a', '" a"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['a#b', 'a#b'],
    ['1e3', '"1e3"'],
    ['2024-01-01', '"2024-01-01"'],
    ['---', '"---"'],
    ['a\n---\nb', '"a\\n---\\nb"'],
    ['\u0085\u2028\u2029\ufeff\ud800', '"\\u0085\\u2028\\u2029\\ufeff\\ud800"'],
    ['\0\u007f', '"\\u0000\\u007f"'],
    ['é ü 漢 😀', 'é ü 漢 😀']
  ])('should write %j as %s', (data, expected) => {
    expect(editFrontmatter('', {a: data}, '\n')).toBe(`a: ${expected}\n`)
  })

  test('should write a key that is too long for `:` with `?`', () => {
    const key = 'k'.repeat(1100)
    const config = toObject([
      [key, {[key]: 1}],
      ['__proto__', 2]
    ])
    const value = editFrontmatter('', config, '\n')
    expect(value).toBe(`? ${key}\n: {${key}: 1}\n__proto__: 2\n`)
    expect(readFrontmatter(value).config).toEqual(config)
  })
})

function nest(levels: number): unknown {
  let data: unknown = 1
  for (let level = 0; level < levels; level++) data = [data]
  return data
}
