import {readFileSync} from 'node:fs'
import {type CheckOptions, check, parse} from 'chatmd'
import {parseContent, parseTree} from 'chatmd/mdast'
import {remarkChat} from 'chatmd/remark'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import {chatgptMd} from '../src/dialects/chatgpt-md/index.ts'
import {readingIds} from '../src/problem.ts'

const docs = readFileSync(
  new URL('../docs/problems.md', import.meta.url),
  'utf8'
)
/** Rules on contents, which are looked at only where they are parsed. */
const contentRules = ['content-too-deep', 'content-too-long']
/** Rules on trees, which are looked at only where they are printed. */
const treeRules = ['unwritable-content']

const severities = new Map([
  ['Error', true],
  ['Warning', false],
  ['Info', undefined]
])

/** Every defect, and the rule for those that have one. */
const rules = new Map([
  ...readingIds.map(ruleId => [ruleId, undefined] as const),
  ...chatgptMd.rules.map(rule => [rule.ruleId, rule] as const)
])
const sections = docs.split(/^## /m).slice(1).map(readSection)
const parsed = sections.filter(({ruleId}) => contentRules.includes(ruleId))
const printed = sections.filter(({ruleId}) => treeRules.includes(ruleId))
const checked = sections.filter(
  section => !parsed.includes(section) && !printed.includes(section)
)

function readSection(section: string) {
  const [, ruleId = '', severity = '', off] =
    /^(.+)\n\n(\w+)(, off by default)?\.\n/.exec(section) ?? []
  const examples = [
    ...section.matchAll(/^~~~~(js|markdown)\n([\s\S]*?)^~~~~$/gm)
  ]
  const [wrong = '', right = ''] = examples.map(([, lang, value = '']) =>
    lang === 'js' ? String(new Function(`return ${value}`)()) : value
  )
  const limit = /`maxLength: (\d+)`/.exec(section)?.[1]
  const maxLength = limit === undefined ? null : Number(limit)
  const fatal = severities.get(severity)
  const isOff = off !== undefined
  return {ruleId, severity, fatal, isOff, wrong, right, maxLength}
}

/** Whatever finds problems of contents. */
const parsers: Array<
  [string, (file: VFile, maxLength: number | null) => void]
> = [
  ['parseTree', (file, maxLength) => parseTree(file, {maxLength})],
  [
    'parseContent',
    (file, maxLength) => {
      for (const turn of parse(file).children) {
        parseContent(turn, {file, maxLength})
      }
    }
  ],
  [
    'remarkChat',
    (file, maxLength) =>
      unified().use(remarkParse).use(remarkChat, {maxLength}).parse(file)
  ]
]

/** Print HTML as a node of a tree; return the file with its problems. */
function printHtml(value: string): VFile {
  const file = new VFile('')
  const node = {type: 'html', value: value.trim()} as const
  const turn = {type: 'turn', role: 'user', children: [node]} as const
  unified()
    .use(remarkParse)
    .use(remarkChat)
    .stringify({type: 'chat', config: {}, children: [turn]} as never, file)
  return file
}

/** Check a value; each problem as place, rule, and reason. */
function problems(value: string): Array<string> {
  return check(value).map(
    ({place, ruleId, reason}) => `${toText(place)} ${ruleId} ${reason}`
  )
}

/** The rules that a value breaks, and where. */
function found(value: string, options?: CheckOptions): Array<string> {
  return check(value, options).map(
    ({place, ruleId}) => `${toText(place)} ${ruleId}`
  )
}

function toText(place: ReturnType<typeof check>[number]['place']): string {
  if (!place || !('start' in place)) return '?'
  const {start, end} = place
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

describe('docs/problems.md', () => {
  test('should have a section for every rule, in order', () => {
    expect(sections.map(section => section.ruleId)).toEqual(
      [...rules.keys()].sort()
    )
  })

  test.each(sections)('should say how bad $ruleId is', section => {
    const rule = rules.get(section.ruleId)
    expect(severities.has(section.severity)).toBe(true)
    if (!rule) return
    expect(section.severity.toLowerCase()).toBe(rule.severity)
    expect(section.isOff).toBe(rule.off === true)
  })

  test.each(checked)('should have a wrong example of $ruleId', section => {
    const {ruleId, isOff, wrong} = section
    const [problem] = check(wrong, isOff ? {rules: {[ruleId]: true}} : null)
    expectProblem(problem, section)
    if (isOff) expect(check(wrong)).toEqual([])
  })

  test.each(sections)('should have a right example of $ruleId', section => {
    expect(check(section.right)).toEqual([])
  })

  test.each(parsed)(
    'should say that `check` does not find $ruleId',
    section => {
      expect(check(section.wrong)).toEqual([])
    }
  )

  test.each(printed)('should have a wrong example of $ruleId', section => {
    const [problem, ...others] = printHtml(section.wrong).messages
    expectProblem(problem, section)
    expect(others).toEqual([])
    expect(check(section.wrong)).toEqual([])
  })

  test.each(printed)('should have a right example of $ruleId', section => {
    expect(printHtml(section.right).messages).toEqual([])
  })

  describe.each(parsers)('with `%s`', (_, parseFile) => {
    test.each(parsed)('should have a wrong example of $ruleId', section => {
      const file = new VFile(section.wrong)
      parseFile(file, section.maxLength)
      expect(file.messages).toHaveLength(1)
      expectProblem(file.messages[0], section)
    })

    test.each(parsed)('should have a right example of $ruleId', section => {
      const file = new VFile(section.right)
      parseFile(file, section.maxLength)
      expect(file.messages).toEqual([])
    })
  })
})

function expectProblem(
  problem: VFileMessage | undefined,
  {ruleId, fatal}: Pick<(typeof sections)[number], 'ruleId' | 'fatal'>
) {
  expect(problem?.ruleId).toBe(ruleId)
  expect(problem?.url?.endsWith(`/docs/problems.md#${ruleId}`)).toBe(true)
  expect(problem?.source).toBe('chatmd')
  expect(problem?.fatal).toBe(fatal)
}

const line = '<hr class="__chatgpt_plugin">'

describe('the table of fixes', () => {
  const rows = new Map(
    [...docs.matchAll(/^\| `([a-z-]+)` \| ((?:un)?safe)\b/gm)].map(
      ([, ruleId = '', safety]) => [ruleId, safety === 'safe']
    )
  )

  /** Notes whose fix is as the table says first, where the section has another. */
  const examples = new Map([
    ['duplicate-key', '---\na: 1\na: 1\n---\n'],
    ['invalid-config', '---\nn: "1"\n---\n'],
    ['malformed-delimiter', 'a\n<hr class="__chatgpt_plugin"/>\nrole::user']
  ])

  test('should have rows in order, each of a rule', () => {
    const ids = [...rows.keys()]
    expect(ids).toEqual([...ids].sort())
    expect(ids.length).toBeGreaterThan(10)
    expect(ids.filter(id => !rules.has(id))).toEqual([])
  })

  test.each(checked)('should say whether $ruleId has a fix', section => {
    const {ruleId, wrong} = section
    const [problem] = check(wrong, {rules: {[ruleId]: true}})
    // Its example has a value that only the author can mend.
    if (ruleId === 'invalid-config') expect(problem?.fix).toBeUndefined()
    else expect(problem?.fix !== undefined).toBe(rows.has(ruleId))
  })

  test.each([...rows])(
    'should say whether that of %s is safe',
    (ruleId, safe) => {
      const wrong = sections.find(section => section.ruleId === ruleId)?.wrong
      const value = examples.get(ruleId) ?? wrong ?? ''
      const problem = check(value).find(problem => problem.ruleId === ruleId)
      expect(problem?.fix?.safe).toBe(safe)
    }
  )
})

describe('places', () => {
  test.each<[string, string, Array<string>]>([
    [
      'ambiguous-role',
      `${line}\nrole::assistant<span style="font-size: small;"> (my-USER)</span>\nx`,
      ['2:53-2:57 ambiguous-role']
    ],
    [
      'comma-in-flow-list',
      "---\nsystem_commands: ['a', 'b, c']\n---\n",
      ['2:24-2:30 comma-in-flow-list']
    ],
    [
      'delimiter-in-code',
      `a\n\n    ${line}\n\n${line} b`,
      ['3:5-3:34 delimiter-in-code', '5:1-5:30 delimiter-in-code']
    ],
    [
      'duplicate-key',
      '---\na: 1\nb: {c: 1, c: 2}\na: 2\n---\n',
      ['3:11-3:12 duplicate-key', '4:1-4:2 duplicate-key']
    ],
    [
      'empty-turn',
      `${line}\n${line}\nrole::assistant\n\n${line}\nrole::user\n`,
      ['1:1-3:16 empty-turn']
    ],
    [
      'invalid-config',
      '---\nstop: [a, 1]\nn: 0\n---\n',
      ['2:11-2:12 invalid-config', '3:4-3:5 invalid-config']
    ],
    [
      'misplaced-frontmatter',
      '\ufeff\n---\nmodel: 1\n---\nx',
      ['2:1-5:1 misplaced-frontmatter']
    ],
    [
      'fenced-delimiter',
      `a\n~~~\n${line}\n~~~\nrole::assistant`,
      ['2:1-3:30 fenced-delimiter']
    ],
    [
      'misplaced-settings',
      'a\n\n---\ntemperature: 0\n--- \n\nb',
      ['3:1-5:4 misplaced-settings']
    ],
    [
      'missing-delimiter',
      'a\n### role::assistant\nb\nrole::user',
      ['2:1-2:20 missing-delimiter', '4:1-4:11 missing-delimiter']
    ],
    [
      'misspelled-key',
      '---\ntemprature: 1\n---\n',
      ['2:1-2:11 misspelled-key']
    ],
    [
      'role-marker-in-content',
      'a role::b role:: c',
      ['1:3-1:9 role-marker-in-content', '1:11-1:17 role-marker-in-content']
    ],
    [
      'role-marker-in-header',
      `${line}\nrole::user <!-- {"a":"role::b"} -->\n`,
      ['2:23-2:29 role-marker-in-header']
    ],
    ['false-frontmatter', ' --- a\nb\n ---\nc', ['1:2-3:5 false-frontmatter']],
    [
      'text-after-header',
      `${line}\nrole::user \t x y \nz`,
      ['2:14-2:17 text-after-header']
    ],
    ['unclosed-fence', 'a\n  ````js x\nb', ['2:3-2:11 unclosed-fence']],
    ['unclosed-frontmatter', '--- \na', ['1:1-1:5 unclosed-frontmatter']]
  ])('should point at the smallest place of %s', (_, value, expected) => {
    expect(found(value)).toEqual(expected)
  })

  test('should say where old versions of ChatGPT MD drop text', () => {
    const value = '---\na: 1\n---\nb --- c\n----\n---\n--- d\n---'
    const on = {rules: {'text-between-rules': true}}
    expect(check(value).map(String)).toEqual([])
    expect(check(value, on).map(({place}) => toText(place))).toEqual([
      '4:3-5:4',
      '6:1-7:4'
    ])
  })

  test.each([
    ['a rule before headings', '\n---\n# A\n\n---\n'],
    ['other keys', 'a\n\n---\ntemperature: 0\nb: 1\n---\n'],
    ['keys of other tools', 'a\n\n---\ntitle: b\ntags: [c]\n---\n'],
    ['code', 'a\n\n```\n---\ntemperature: 0\n---\n```\n'],
    ['YAML that is broken', 'a\n\n---\ntemperature: [0\n---\n'],
    ['a list', 'a\n\n---\n- a:\nb: 1\n---\n'],
    [
      'much text',
      `a\n\n---\ntemperature: 0\nuser: ${'x'.repeat(20_000)}\n---\n`
    ]
  ])('should take %s for no settings', (_, value) => {
    expect(found(value)).toEqual([])
  })

  test('should report settings after a blank line once', () => {
    expect(found('\n---\ntemperature: 0\n---\n\n')).toEqual([
      '2:1-5:1 misplaced-frontmatter'
    ])
  })

  test.each([
    ['an item', '* ```js\n  a\n```\n', []],
    ['an item with a number', '1. ~~~~\n  a\n~~~~\n', []],
    [
      'an item, and code',
      '- ```\n  a\n```\n```\nb',
      ['4:1-4:4 unclosed-fence']
    ],
    [
      'an item that closes',
      '- ```\n  a\n  ```\n```\nb',
      ['4:1-4:4 unclosed-fence']
    ],
    ['a shorter close', '- ````\n  a\n```\n', ['1:3-1:7 unclosed-fence']],
    [
      'code with an info string',
      '- ```\n  a\n```js\n',
      ['1:3-1:6 unclosed-fence']
    ]
  ])('should see the code of %s', (_, value, expected) => {
    expect(found(value)).toEqual(expected)
  })

  test('should offer a fix for what looks like structure', () => {
    const value = `a\n\n    ${line}\n\nb role::c`
    const fixes = check(value).map(message =>
      'fix' in message ? message.fix : null
    )
    expect(fixes).toEqual([
      {
        edits: [
          {
            offset: 7,
            length: 29,
            content: '<hr  class="__chatgpt_plugin">'
          }
        ],
        safe: true
      },
      {edits: [{offset: 40, length: 6, content: 'role\\::'}], safe: true}
    ])
  })

  test('should turn off what reading finds', () => {
    const value = '---\na: [\n---\n'
    expect(found(value)).not.toEqual([])
    expect(check(value, {rules: {'invalid-yaml': false}})).toEqual([])
  })

  test('should point at the other place', () => {
    const [problem] = check(
      '=begin-chatgpt-md-comment\n=end-chatgpt-md-comment\n=begin-chatgpt-md-comment =end-chatgpt-md-comment'
    )
    expect(String(problem?.cause)).toBe(
      '1:1-1:26: The first comment block is here'
    )
  })
})

describe('comments', () => {
  const begin = '=begin-chatgpt-md-comment'
  const end = '=end-chatgpt-md-comment'

  test.each<[string, string, Array<string>]>([
    ['an end alone', `a ${end} b`, []],
    [
      'two turns with one each',
      `${begin}${end}\n${line}\nrole::assistant\n${begin}${end}`,
      []
    ],
    ['one that begins twice', `${begin}\n${begin}\n${end}`, []],
    [
      'a second that does not close',
      `${begin}${end}\n${begin}`,
      ['2:1-2:26 unclosed-comment']
    ],
    [
      'one not closed before the next begins',
      `${begin}\n${line}\nrole::assistant\n${begin}\n${end}`,
      ['1:1-1:26 unclosed-comment']
    ],
    [
      'one that spans a turn',
      `${begin}\n${line}\nrole::assistant\na\n${line}\nrole::user\n${end}`,
      ['1:1-1:26 comment-across-turns']
    ],
    [
      'one that ends in the next turn, where another begins and never ends',
      `${begin}\n${line}\nrole::assistant\n${end}\n${begin}`,
      ['1:1-1:26 comment-across-turns', '5:1-5:26 unclosed-comment']
    ]
  ])('should check %s', (_, value, expected) => {
    expect(found(value)).toEqual(expected)
  })
})

describe('malformed delimiters', () => {
  test.each([
    ['hr class="__chatgpt_plugin">', '<'],
    ['<hr class="__chatgpt_plugin"', '>'],
    ['  <hr class="__chatgpt_plugin"', '>']
  ])('should say of `%s` which character is missing', (value, character) => {
    expect(problems(`a\n${value}\nb`)).toEqual([
      `2:1-2:${value.length + 1} malformed-delimiter Missing \`${character}\`: this line ends no turn`
    ])
  })

  test.each([
    '<hr class="__chatgpt_plugin" />',
    "<hr class='__chatgpt_plugin'>",
    '<hr class=“__chatgpt_plugin”>',
    '<hr class=__chatgpt_plugin>',
    '   <HR  class = "__chatgpt_plugin"></hr>'
  ])('should find `%s`', value => {
    expect(problems(`a\n${value}\nb`)).toEqual([
      `2:1-2:${value.length + 1} malformed-delimiter Unexpected \`${value.trim().replace('  ', ' ')}\`, expected \`${line}\`: this line ends no turn`
    ])
  })

  test.each([
    '<hr  class="__chatgpt_plugin">',
    `<hr class="__chatgpt_plugin"${' '.repeat(1e5)}x`,
    '    <hr class="__chatgpt_plugin"/>',
    'a <hr class="__chatgpt_plugin"/>',
    '<hr class="__chatgpt_plugin"/> a',
    '<hr class="__chatgpt_plugins">',
    '```\n<hr class="__chatgpt_plugin"/>\n```',
    '```js\n```js\nrole::x\n```\n```\n<hr class="__chatgpt_plugin"/>\n```\n<br class="__chatgpt_plugin">',
    '__chatgpt_plugin __chatgpt_plugin'
  ])('should take `%s` for no attempt at one', value => {
    expect(check(value).map(problem => problem.ruleId)).not.toContain(
      'malformed-delimiter'
    )
  })

  test('should find one where code was cut', () => {
    expect(found('```\n```\n```\n<hr class="__chatgpt_plugin"/>')).toEqual([
      '3:1-3:4 unclosed-fence',
      '4:1-4:31 malformed-delimiter'
    ])
  })
})

describe('roles', () => {
  test('should point at the other role behind letters that grow in lower case', () => {
    const span = '<span style="font-size: small;"> (İ-user)</span>'
    expect(found(`${line}\nrole::assistant${span}\nx`)).toEqual([
      '2:52-2:56 ambiguous-role'
    ])
  })

  test('should say of roles that only chatmd knows what ChatGPT MD does', () => {
    expect(problems(`${line}\nrole::system\na`)).toEqual([
      '2:7-2:13 unknown-role Unexpected role `system`, expected `assistant`, `developer`, or `user`: chatmd knows it, but ChatGPT MD cannot send this note'
    ])
  })

  test('should take the header of a note that starts with it for complete', () => {
    expect(check('\n### role::user\n\nHi')).toEqual([])
  })

  test('should say where a turn without a header repeats a role', () => {
    const rules = {'repeated-role': true}
    expect(found(`a\n${line}\nb\n${line}\nc`, {rules})).toEqual([
      '2:1-2:30 repeated-role',
      '4:1-4:30 repeated-role'
    ])
    expect(String(check(`a\n${line}\nb`, {rules})[0]?.cause)).toBe(
      '1:1-1:2: The turn before it is here'
    )
  })

  test('should take several turns of tools for right', () => {
    const tool = `${line}\nrole::tool\na\n`
    const rules = {'repeated-role': true}
    expect(found(tool + tool, {rules})).toEqual([
      '2:7-2:11 unknown-role',
      '5:7-5:11 unknown-role'
    ])
  })
})

describe('secrets', () => {
  const key = `sk-proj${'1a'.repeat(20)}`

  test.each([
    `---\ntemperature: ${key}\n---\n`,
    `---\napi_key: *${key}\n---\n`,
    `---\napi_key: !${key} x\n---\n`,
    `---\n${key}: 1\n${key}: 2\n---\n`,
    `${line}\nrole::user ${key}`
  ])('should not repeat the one in %j', value => {
    const messages = check(value)
    const texts = messages.map(({reason, actual, cause}) =>
      [reason, actual, cause].join()
    )
    expect(messages.length).toBeGreaterThan(0)
    expect(texts.join()).not.toContain(key)
  })
})

describe('options', () => {
  const value = `a role::b\n${line}\nrole::assistant\n${line}\nrole::assistant\nc`

  test('should turn rules off', () => {
    const rules = {'role-marker-in-content': false, 'empty-turn': true}
    expect(found(value)).toHaveLength(2)
    expect(check(value, {rules}).map(problem => problem.ruleId)).toEqual([
      'empty-turn'
    ])
    expect(check(value, {rules: null})).toHaveLength(2)
    expect(check(value, null)).toHaveLength(2)
  })

  test('should turn rules on with a severity', () => {
    const rules = {
      'empty-turn': 'error',
      'repeated-role': 'warning',
      'role-marker-in-content': 'info'
    } as const
    expect(
      check(value, {rules}).map(({ruleId, fatal}) => [ruleId, fatal])
    ).toEqual([
      ['role-marker-in-content', undefined],
      ['empty-turn', true],
      ['repeated-role', false]
    ])
  })

  test('should rate what reading finds', () => {
    const rules = {'invalid-config': 'warning'} as const
    const [problem] = check('---\nn: 0\n---\n', {rules})
    expect(problem?.fatal).toBe(false)
  })

  test('should put problems on a file', () => {
    const file = new VFile(value)
    const messages = check(file)
    expect(messages).toHaveLength(2)
    expect(file.messages).toEqual(messages)
  })

  test('should throw on a rule that is none', () => {
    // @ts-expect-error: wrong on purpose.
    expect(() => check('', {rules: {'no-such': false}})).toThrow(
      new TypeError('Expected `rules` to name rules, not `no-such`')
    )
  })
})
