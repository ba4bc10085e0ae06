import {afterEach, describe, expect, test, vi} from 'vitest'
import type {Problem} from '../../src/problem.ts'
import {readFrontmatter} from './chatgpt-md.ts'

function read(value: string) {
  const problems: Array<Problem> = []
  const {config} = readFrontmatter(value, problem => problems.push(problem))
  return {config, problems}
}

/** Problems in short: `ruleId@start-end reason`. */
function list(value: string): Array<string> {
  return read(value).problems.map(
    ({ruleId, start, end, reason}) => `${ruleId}@${start}-${end} ${reason}`
  )
}

describe('readFrontmatter', () => {
  afterEach(() => vi.restoreAllMocks())

  test.each([
    ['', {}],
    ['# comment\n', {}],
    ['\n\n', {}],
    ['~\n', {}],
    ['{}\n', {}],
    ['{"model": "gpt-4o", "n": 1}\n', {model: 'gpt-4o', n: 1}],
    ['model: ollama@qwen3:1.7b\n', {model: 'ollama@qwen3:1.7b'}],
    ['stop:\n', {stop: null}],
    ['system_commands: Be brief\n', {system_commands: ['Be brief']}],
    ['tags: a, b\n', {tags: ['a', 'b']}],
    ['a: 1\r\nb: 2\r\n', {a: 1, b: 2}],
    ['a: 1\rb: 2\r', {a: 1, b: 2}],
    ['1: x\n', {'1': 'x'}],
    ['null: x\n', {'': 'x'}],
    ['1.50: x\n', {'1.5': 'x'}],
    ['? [a, b]\n: x\n', {'[a, b]': 'x'}],
    ['? k: v\n: x\n', {'k: v': 'x'}],
    ['{a}\n', {a: null}],
    ['a: [b: 1]\n', {a: [{b: 1}]}],
    ['<<: {a: 1}\nb: yes\n', {'<<': {a: 1}, b: 'yes'}],
    ['a: .inf\nb: -.inf\nc: .nan\n', {a: '.inf', b: '-.inf', c: '.nan'}],
    ['a: 1e999\n', {a: '1e999'}],
    ['a: -0\n', {a: 0}],
    ['a: 0x1f\nb: 0o7\n', {a: 31, b: 7}],
    ['a: 2024-01-01\n', {a: '2024-01-01'}],
    ['%YAML 1.1\n---\na: yes\n', {a: 'yes'}],
    ['\ufeffa: 1\n', {a: 1}],
    ['a: &x [1]\nb: *x\n', {a: [1], b: [1]}],
    ['&k a: *k\n', {a: 'a'}],
    ['a: &x b\n*x : 1\n', {a: 'b', b: 1}],
    [
      'a: &x 1\nb: &y [*x]\nc: &x 2\nd: [*x, *y]\n',
      {a: 1, b: [1], c: 2, d: [2, [1]]}
    ],
    ['a: &x [&x 1, *x]\nb: *x\n', {a: [1, 1], b: 1}],
    ['a: &x {}\nb: *x\n', {a: {}, b: {}}],
    ['a: &x null\nb: *x\n', {a: null, b: null}]
  ])('should read %j', (value, expected) => {
    expect(read(value)).toEqual({config: expected, problems: []})
  })

  test('should keep `__proto__` as a key and pollute nothing', () => {
    const {config} = read(
      '__proto__: {a: 1}\nb: {__proto__: 2}\nlogit_bias: {__proto__: 3}\n'
    )
    expect(JSON.stringify(config)).toBe(
      '{"__proto__":{"a":1},"b":{"__proto__":2},"logit_bias":{"__proto__":3}}'
    )
    expect(structuredClone(config)).toEqual(config)
    expect({}).not.toHaveProperty('a')
  })

  test('should give aliases data of their own', () => {
    const {config} = read('a: &x [1]\nb: *x\n')
    expect(config.a).not.toBe(config.b)
  })

  test.each([
    [
      'a: @x\nb: 1\n',
      {b: 1},
      [
        'invalid-yaml@3-4 Cannot read YAML: plain value cannot start with reserved character @'
      ]
    ],
    [
      'a: 1\n}\n',
      {a: 1},
      ['invalid-yaml@5-6 Unexpected flow-map-end token in YAML stream: "}"']
    ],
    [
      'a: [1\nb: 2\n',
      {b: 2},
      [
        'invalid-yaml@6-7 Cannot read YAML: flow sequence in block collection must be sufficiently indented and end with a ]'
      ]
    ],
    [
      'a:\n- [1\nb: 2\n',
      {b: 2},
      [
        'invalid-yaml@8-9 Cannot read YAML: flow sequence in block collection must be sufficiently indented and end with a ]'
      ]
    ],
    ['a: 1\nb: "x', {a: 1}, ['invalid-yaml@10-10 Missing closing "quote']],
    [
      'a: 1\n  b: 2\n',
      {},
      [
        'invalid-yaml@3-4 Cannot read YAML: nested mappings are not allowed in compact mappings'
      ]
    ],
    [
      'a: !x y\n',
      {a: 'y'},
      ['invalid-yaml@3-5 Cannot read YAML: unresolved tag: !x']
    ],
    [
      'a: !!binary eA==\nb: !!set {c}\n',
      {a: 'eA==', b: {c: null}},
      [
        'invalid-yaml@3-11 Cannot read YAML: unresolved tag: tag:yaml.org,2002:binary',
        'invalid-yaml@20-25 Cannot read YAML: unresolved tag: tag:yaml.org,2002:set'
      ]
    ],
    [
      'a: 1\n--- b\n',
      {a: 1},
      ['invalid-yaml@5-11 Unexpected second YAML document, expected one']
    ],
    [
      'a: 1\n...\nb: 2\n',
      {a: 1},
      ['invalid-yaml@9-14 Unexpected second YAML document, expected one']
    ],
    [
      '- a\n- b\n',
      {},
      ['invalid-config@0-8 Unexpected list, expected a map of settings']
    ],
    [
      'text\n',
      {},
      [
        'invalid-config@0-4 Unexpected value without key, expected a map of settings'
      ]
    ],
    [
      '@text\n',
      {},
      [
        'invalid-yaml@0-1 Cannot read YAML: plain value cannot start with reserved character @'
      ]
    ],
    [
      'a: *b\nc: 1\n',
      {c: 1},
      ['invalid-yaml@3-5 Missing anchor `&b` before its alias']
    ],
    [
      '*b : 1\nc: 1\n',
      {c: 1},
      ['invalid-yaml@0-2 Missing anchor `&b` before its alias']
    ],
    [
      'a: [*b, {c: *d}]\n',
      {},
      [
        'invalid-yaml@4-6 Missing anchor `&b` before its alias',
        'invalid-yaml@12-14 Missing anchor `&d` before its alias'
      ]
    ],
    [
      'a: &x [*x]\n',
      {},
      [
        'invalid-yaml@7-9 Unexpected alias `*x` of a value that holds it or is no JSON, expected one that ends before'
      ]
    ],
    [
      '&x {a: *x}\n',
      {},
      [
        'invalid-yaml@7-9 Unexpected alias `*x` of a value that holds it or is no JSON, expected one that ends before'
      ]
    ],
    [
      'a: 1\na: 2\n',
      {a: 2},
      ['duplicate-key@5-6 Unexpected repeated key `a`, expected it once']
    ],
    [
      'm: {a: 1, a: 2}\n',
      {m: {a: 2}},
      ['duplicate-key@10-11 Unexpected repeated key `a`, expected it once']
    ],
    [
      '1: a\n"1": b\n',
      {'1': 'b'},
      ['duplicate-key@5-8 Unexpected repeated key `1`, expected it once']
    ],
    [
      'a: 1\na: *b\n',
      {},
      [
        'invalid-yaml@8-10 Missing anchor `&b` before its alias',
        'duplicate-key@5-6 Unexpected repeated key `a`, expected it once'
      ]
    ],
    [
      'temperature: 3\nn: 1\n',
      {n: 1},
      [
        'invalid-config@13-14 Unexpected `3` for `temperature`, expected a number from 0 to 2'
      ]
    ],
    [
      'temperature: 1\ntemperature: 3\n',
      {},
      [
        'duplicate-key@15-26 Unexpected repeated key `temperature`, expected it once',
        'invalid-config@28-29 Unexpected `3` for `temperature`, expected a number from 0 to 2'
      ]
    ],
    [
      'tags: [a, 3, {b: 1}]\n',
      {},
      [
        'invalid-config@10-11 Unexpected `3` for `tags`, expected a string',
        'invalid-config@13-19 Unexpected `{b: 1}` for `tags`, expected a string'
      ]
    ],
    [
      'a: &x [1]\ntags: *x\n',
      {a: [1]},
      ['invalid-config@16-18 Unexpected `*x` for `tags`, expected a string']
    ],
    [
      'stop: [a, b, c, d, e]\n',
      {},
      [
        'invalid-config@6-21 Unexpected `[a, b, c, d, e]` for `stop`, expected a string or a list of at most 4 strings'
      ]
    ],
    [
      'stream: "yes\n  no"\n',
      {},
      [
        'invalid-config@8-18 Unexpected `"yes no"` for `stream`, expected `true` or `false`'
      ]
    ],
    [
      `n: ${'x'.repeat(99)}\n`,
      {},
      [
        `invalid-config@3-102 Unexpected \`${'x'.repeat(60)}…\` for \`n\`, expected a positive integer`
      ]
    ],
    [
      '{temperature}\n{',
      {temperature: null},
      ['invalid-yaml@14-15 Unexpected flow-map-start at node end']
    ]
  ])('should read %j and report', (value, expected, problems) => {
    expect(read(value).config).toEqual(expected)
    expect(list(value)).toEqual(problems)
  })

  test('should point at the first of two keys that are the same', () => {
    expect(read('a: 1\nb: 2\na: 3\n').problems[0]).toMatchObject({
      actual: 'a',
      cause: {reason: 'First use of `a` is here', start: 0, end: 1}
    })
  })

  test.each(['- ', '[', '{', '? ', '{a: ', '[a: '])(
    'should report %j nested too deep, and not abort',
    piece => {
      const {config, problems} = read(piece.repeat(5000))
      expect(config).toEqual({})
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatchObject({
        ruleId: 'invalid-yaml',
        start: piece.length * 100
      })
    }
  )

  test('should read 100 levels and no more', () => {
    const nest = (levels: number) =>
      `a: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}\n`
    expect(list(nest(100))).toEqual([])
    expect(list(nest(101))).toEqual([
      'invalid-yaml@102-103 Unexpected collection in 100 others, expected fewer levels'
    ])
  })

  test('should keep the keys before one that is too deep', () => {
    const value = `a: &x 1\nb:\n  c: ${'['.repeat(100)}\nd: 1\n`
    expect(read(value).config).toEqual({a: 1})
    expect(list(value)).toEqual([
      'invalid-yaml@114-115 Unexpected collection in 100 others, expected fewer levels'
    ])
  })

  test('should read a million tokens and no more', () => {
    const nest = (items: number) => `a: 1\nb: [${'x,'.repeat(items)}]\nc: 1\n`
    const few = read(nest(499_990))
    expect(few.problems).toEqual([])
    expect(Object.keys(few.config)).toEqual(['a', 'b', 'c'])
    const many = read(nest(500_000))
    expect(many.config).toEqual({a: 1})
    expect(many.problems).toMatchObject([
      {
        ruleId: 'invalid-yaml',
        reason: 'Unexpected text after 1000000 tokens, expected less',
        start: 1_000_000,
        end: 1_000_001
      }
    ])
  })

  test.each([
    ['title: Chat: foo\nmodel: x\n', {model: 'x'}, [7]],
    ['model: x\ntitle: Chat: foo\n', {model: 'x'}, [16]],
    ['title: "Chat": foo\r\nmodel: x\r\n', {model: 'x'}, [7]],
    ['title: a: b: c\n# c\nmodel: x\n', {model: 'x'}, [7]],
    ['title: Chat:\n\nmodel: x\n', {model: 'x'}, [7]],
    ['title: Chat:\n  foo\nmodel: x\n', {model: 'x'}, [7]],
    ['title: Chat: |\n  foo\nmodel: x\n', {model: 'x'}, [7]],
    ['title: Chat: [a,\n  b]\nmodel: x\n', {model: 'x'}, [7]],
    ['title: ? foo\nmodel: x\n', {model: 'x'}, [7]],
    ['title: a: b\n  foo: 1\nmodel: x\n', {model: 'x'}, [7]],
    ['url: x\n  y: 1\nmodel: x\n', {model: 'x'}, [5]],
    ['own:\n  a: b: c\n  d: 1\nmodel: x\n', {model: 'x'}, [10]],
    [`${'a: x: y\n'.repeat(150)}model: x\n`, {model: 'x'}, undefined]
  ])('should read the keys around a colon in %j', (value, expected, starts) => {
    const {config, problems} = read(value)
    expect(config).toEqual(expected)
    const errors = problems.filter(({ruleId}) => ruleId === 'invalid-yaml')
    if (starts) expect(errors.map(({start}) => start)).toEqual(starts)
    else expect(errors).toHaveLength(150)
  })

  test.each([
    ['tags: a, b]\n}\nn: 1\n', 12],
    ['a: {b: 1\n c: 2\n', 7],
    ["a: 'it's me: x'\nb: 1\n", 3],
    ['tags:\n - a\n  - b\n- c\nn: 1\n', 17],
    ['url: x\n  y: 1\nmodel: x\n', 5],
    ['title: a: b: c\nmodel: x\n', 7],
    ['model gpt-4\ntemperature: 1\n', 0],
    ['- a: b: c: d\n', 5],
    ['own:\n\ta: 1\n\tb: 2\nn: 1\n', 5],
    ['tags: - x\n- y\nn: 1\n', 6],
    ['title: "abc\nmodel: "x"\nn: 1\n', 11],
    ["title: 'it's mine'\nmodel: x\nn: 1\n", 11],
    ['title: [[Link]] and more\nn: 1\n', 16],
    ['a: 1\n...\nb: 2\n', 9]
  ])('should report one problem for one mistake in %j', (value, start) => {
    expect(read(value).problems.map(problem => problem.start)).toEqual([start])
  })

  test('should report a problem in each pair', () => {
    expect(list('title: a: b: c\nmodel: @x\nn: 1\n')).toEqual([
      'invalid-yaml@7-8 Cannot read YAML: nested mappings are not allowed in compact mappings',
      'invalid-yaml@22-23 Cannot read YAML: plain value cannot start with reserved character @'
    ])
  })

  test('should take compact maps that are YAML for what they are', () => {
    expect(read('? a: b\n  c: d\n: e: f\n  g: h\ni: 1\n')).toEqual({
      config: {'a: b\n  c: d': {e: 'f', g: 'h'}, i: 1},
      problems: []
    })
  })

  test('should hide secrets in reasons before it cuts them', () => {
    const key = `sk-${'a'.repeat(100)}1`
    const value = `n: ${key}\nb: *${key}\nc: !${key} d\n? ${key}\n? ${key}\n`
    const reasons = list(value)
    expect(reasons).toHaveLength(4)
    expect(reasons.join()).not.toContain('sk-a')
  })

  test('should report every item of a long list that is wrong', () => {
    expect(list(`tags: [${'1,'.repeat(150_000)}]\n`)).toHaveLength(150_000)
  })

  test('should count pairs in flow lists as levels', () => {
    const value = `a: ${'[b: '.repeat(60)}${']'.repeat(60)}\n`
    expect(read(value).config).toEqual({})
    expect(list(value)[0]).toMatch(
      /Unexpected collection in 100 others, expected fewer levels/
    )
  })

  test('should count the levels that an alias brings', () => {
    const nest = '['.repeat(60)
    const value = `a: &x ${nest}${']'.repeat(60)}\nb: ${nest}*x${']'.repeat(60)}\n`
    expect(Object.keys(read(value).config)).toEqual(['a'])
    expect(list(value)[0]).toMatch(
      /Unexpected alias `\*x` of a value this deep, expected fewer levels/
    )
  })

  test('should stop an alias bomb', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let index = 1; index < 9; index++) {
      const aliases = Array.from({length: 10}, () => `*a${index - 1}`)
      lines.push(`a${index}: &a${index} [${aliases.join(', ')}]`)
    }
    const value = lines.join('\n')
    expect(JSON.stringify(read(value).config).length).toBeLessThan(20_000)
    expect(list(value)[0]).toMatch(
      /Unexpected alias .* of a value this large, expected fewer aliases/
    )
  })

  test('should warn nobody but the report', () => {
    const emit = vi.spyOn(process, 'emitWarning')
    readFrontmatter('{? [a]: b, ? {c: d}: e}\nf: !g h\n%YAML 9\n')
    expect(emit).not.toHaveBeenCalled()
  })
})
