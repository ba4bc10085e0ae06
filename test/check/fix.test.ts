import {applyEdits, type ChatProblem, check, parse} from 'chatmd'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">'

/** Find the problem of a rule, and the note with its fix. */
function mend(value: string, ruleId: string) {
  const problem = check(value).find(problem => problem.ruleId === ruleId)
  if (!problem) throw new Error(`Expected a problem \`${ruleId}\``)
  const {fix} = problem
  return {
    fixed: fix && applyEdits(value, fix.edits),
    safe: fix?.safe,
    expected: problem.expected
  }
}

/** The text that is at the place of a problem. */
function textAt(value: string, {place}: ChatProblem): string | undefined {
  if (!place || !('start' in place)) return undefined
  return value.slice(place.start.offset, place.end.offset)
}

describe('settings', () => {
  test.each([
    ['temperature: "0.7"', 'temperature: 0.7'],
    ["temperature: '2'  # hot", 'temperature: 2  # hot'],
    ['stream: "true"', 'stream: true'],
    ['{n: "3"}', '{n: 3}'],
    ['presence_penalty: "-1"', 'presence_penalty: -1']
  ])('should take the quotes off %j', (yaml, expected) => {
    const value = `---\n${yaml}\n---\n`
    const {fixed, safe} = mend(value, 'invalid-config')
    expect(fixed).toBe(`---\n${expected}\n---\n`)
    expect(safe).toBe(true)
    expect(check(expected)).toEqual([])
  })

  test.each([
    'temperature: "7"',
    'temperature: "warm"',
    'temperature: "0x1"',
    'temperature: 7',
    'temperature: !!str "1"',
    'temperature: &a "1"',
    'stream: "yes"',
    'n: "1.5"',
    'n: "1"\na: [',
    'stop: [1]',
    'a: &a "1"\ntemperature: *a'
  ])('should have no fix for %j', yaml => {
    const {fixed} = mend(`---\n${yaml}\n---\n`, 'invalid-config')
    expect(fixed).toBeUndefined()
  })

  test('should say which text would be right at the place', () => {
    const value = '---\ntemperature: "0.7"\n---\n'
    const [problem] = check(value)
    expect(problem && textAt(value, problem)).toBe('"0.7"')
    expect(problem?.expected).toEqual(['0.7'])
  })

  test.each([
    ['system_commands: Be brief.', 'system_commands: [Be brief.]'],
    ['system_commands: "Be: brief"', 'system_commands: ["Be: brief"]'],
    [
      'system_commands: Be (brief] # a',
      'system_commands: \n  - Be (brief] # a'
    ],
    [
      'system_commands: Be brief, be kind',
      'system_commands: \n  - Be brief, be kind'
    ],
    ['{system_commands: Be brief}', '{system_commands: [Be brief]}']
  ])('should write a list for %j', (yaml, expected) => {
    const value = `---\n${yaml}\n---\n`
    const {fixed, safe} = mend(value, 'unlisted-system-commands')
    expect(fixed).toBe(`---\n${expected}\n---\n`)
    expect(safe).toBe(true)
    expect(check(fixed ?? '')).toEqual([])
  })

  test.each([
    'system_commands: |\n  Be brief.\n  Be kind.',
    'system_commands: !!str Be brief.',
    'system_commands: &a Be brief.',
    'system_commands: Be brief.\na: [',
    '{system_commands: "Be brief, be kind"}'
  ])('should have no fix for %j', yaml => {
    const {fixed} = mend(`---\n${yaml}\n---\n`, 'unlisted-system-commands')
    expect(fixed).toBeUndefined()
  })

  test.each([
    'system_commands:',
    'system_commands: ""',
    'system_commands: 1',
    '{[system_commands]: a}',
    '- system_commands'
  ])('should find no text that wants to be a list in %j', yaml => {
    const ids = check(`---\n${yaml}\n---\n`).map(({ruleId}) => ruleId)
    expect(ids).not.toContain('unlisted-system-commands')
  })

  test.each([
    ['temprature: 1', 'temperature: 1'],
    ['"top p": 1', 'top_p: 1'],
    ['topP: 1\ntop-p: 1', 'top_p: 1\ntop-p: 1']
  ])('should offer the known key for %j', (yaml, expected) => {
    const {fixed, safe} = mend(`---\n${yaml}\n---\n`, 'misspelled-key')
    expect(fixed).toBe(`---\n${expected}\n---\n`)
    expect(safe).toBe(false)
  })

  test('should not offer a key twice', () => {
    const value = '---\ntemperature: 1\ntemprature: 1\n---\n'
    expect(mend(value, 'misspelled-key')).toEqual({
      fixed: undefined,
      safe: undefined,
      expected: ['temperature']
    })
    const fixes = check('---\ntopP: 1\ntop-p: 1\n---\n').map(({fix}) => !!fix)
    expect(fixes).toEqual([true, false])
  })
})

describe('keys that occur again', () => {
  test.each<[string, string, boolean]>([
    ['a: 1\na: 1', 'a: 1', true],
    ['a: 1\nb: 2\na: 1', 'b: 2\na: 1', true],
    ["a: x\na: 'x'", "a: 'x'", true],
    ['a: [x, y]\na: [x, y]', 'a: [x, y]', true],
    ['a:\na:', 'a:', true],
    ['? a\n? a', '? a', true],
    ['1: x\n"1": x', '"1": x', true],
    ['"": x\n? \n: x', '? \n: x', true],
    ['a: 1\na: 2', 'a: 2', false],
    ['a: [x]\na: [y]', 'a: [y]', false],
    ['a: [*b]\na: [*b]'.replace(/^/, 'b: &b 1\n'), 'b: &b 1\na: [*b]', false],
    ['a: 1 # b\na: 1', 'a: 1', false],
    ['a:\n  - 1\n  - 2\na: 2', 'a: 2', false],
    ['b: |+\n  c\na: 1\n\n\na: 1', 'b: |+\n  c\na: 1', true]
  ])('should take out the first of %j', (yaml, expected, isSafe) => {
    const {fixed, safe} = mend(`---\n${yaml}\n---\n`, 'duplicate-key')
    expect(fixed).toBe(`---\n${expected}\n---\n`)
    expect(safe).toBe(isSafe)
  })

  test.each([
    'a: &b 1\na: 1',
    '{a: 1, a: 1}',
    'b: {a: 1, a: 1}',
    '? [a]\n: 1\n? [a]\n: 1'
  ])('should have no fix for %j', yaml => {
    const {fixed} = mend(`---\n${yaml}\n---\n`, 'duplicate-key')
    expect(fixed).toBeUndefined()
  })

  test('should keep the last of three, which counts', () => {
    const value = '---\na: 1\na: 2\na: 1\n---\n'
    expect(check(value).map(({fix}) => fix?.safe)).toEqual([false, false])
    expect(mend(value, 'duplicate-key').fixed).toBe('---\na: 2\na: 1\n---\n')
  })
})

describe('turns', () => {
  test.each([
    [`a\n\nb <hr class="__chatgpt_plugin"> c`, 'delimiter-in-code'],
    ['a role::b', 'role-marker-in-content']
  ])('should escape the structure in %j', (value, ruleId) => {
    const {fixed = '', safe, expected} = mend(value, ruleId)
    expect(safe).toBe(true)
    expect(expected).toHaveLength(1)
    expect(parse(fixed).children).toMatchObject([{value}])
    expect(check(fixed)).toEqual([])
  })

  test.each<[string, string, boolean]>([
    [
      'a\n\n### role::assistant\n',
      `a\n\n${line}\n\n### role::assistant\n`,
      true
    ],
    ['a\n### role::assistant\n', `a\n\n${line}\n\n### role::assistant\n`, true],
    ['a\r\n\r\n# role::user', `a\r\n\r\n${line}\r\n\r\n# role::user`, true],
    ['a\n\nrole::user', `a\n\n${line}\n\nrole::user`, false],
    [
      'role::user\n\na\n\nrole::developer',
      `role::user\n\na\n\n${line}\n\nrole::developer`,
      true
    ]
  ])('should put a delimiter into %j', (value, expected, isSafe) => {
    const {fixed, safe} = mend(value, 'missing-delimiter')
    expect(fixed).toBe(expected)
    expect(safe).toBe(isSafe)
  })

  test.each([
    `a\n${line}\nb\n<span style="font-size: small;"> (m)</span>\nrole::user`,
    `a\n${line.slice(0, -1)}\nrole::user`
  ])('should put no delimiter into %j', value => {
    expect(mend(value, 'missing-delimiter').fixed).toBeUndefined()
  })

  test.each<[string, string, boolean]>([
    [
      'a\n<hr class="__chatgpt_plugin"\n\nrole::user',
      `a\n${line}\n\nrole::user`,
      true
    ],
    ['a\n<hr class="__chatgpt_plugin"/>\nb', `a\n${line}\nb`, false],
    [
      '<hr class="__chatgpt_plugin"/>\nrole::user',
      `${line}\nrole::user`,
      false
    ],
    [
      `a\n<hr class="__chatgpt_plugin"/>\n${line}\nb`,
      `a\n${line}\n${line}\nb`,
      false
    ]
  ])('should write the delimiter in %j', (value, expected, isSafe) => {
    const {fixed, safe, expected: right} = mend(value, 'malformed-delimiter')
    expect(fixed).toBe(expected)
    expect(safe).toBe(isSafe)
    expect(right).toEqual([line])
  })

  test.each([
    [
      `${line}\nrole::user Hi!  \n\nb`,
      `${line}\nrole::user\n\nHi!  \n\nb`.replace('Hi!  ', 'Hi!')
    ],
    [
      `${line}\r\n# role::user x <!-- {"id":"1"} -->\r\nb`,
      `${line}\r\n# role::user <!-- {"id":"1"} -->\r\n\r\nx\r\nb`
    ],
    [
      `${line}\nrole::user<span style="font-size: small;"> (m)</span> role::x`,
      `${line}\nrole::user<span style="font-size: small;"> (m)</span>\n\nrole\\::x`
    ],
    [
      'role::user<span style="font-size: small;"> (m)</span> x',
      'role::user<span style="font-size: small;"> (m)</span>\n\nx'
    ]
  ])('should move the text after the header of %j', (value, expected) => {
    const {fixed, safe} = mend(value, 'text-after-header')
    expect(fixed).toBe(expected)
    expect(safe).toBe(false)
  })

  test('should not repeat a secret in a fix', () => {
    const key = `sk-proj${'1a'.repeat(20)}`
    const value = `${line}\nrole::user ${key}`
    expect(mend(value, 'text-after-header').fixed).toBeUndefined()
  })

  test('should start settings on the first line', () => {
    const value = '\ufeff\n \n---\nmodel: m\n---\n'
    const {fixed, safe} = mend(value, 'misplaced-frontmatter')
    expect(fixed).toBe('\ufeff---\nmodel: m\n---\n')
    expect(safe).toBe(false)
  })

  test.each([
    [`a\n${line}\n${line}\nb`, `a\n${line}\nb`, 'empty turn'],
    [
      `${line}\n${line}\nrole::user\n\n${line}\nb`,
      `${line}\nb`,
      '2 empty turns in a row'
    ],
    [`a\n${line}\n${line}\nb\n${line}`, `a\n${line}\nb\n${line}`, 'empty turn']
  ])('should take out the empty turns of %j', (value, expected, name) => {
    const {fixed, safe} = mend(value, 'empty-turn')
    expect(fixed).toBe(expected)
    expect(safe).toBe(false)
    expect(check(value)[0]?.reason).toContain(`Unexpected ${name}, `)
  })
})
