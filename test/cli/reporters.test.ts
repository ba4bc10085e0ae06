import {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import {drawFrame} from '../../src/cli/reporters/frame.ts'
import {createPretty} from '../../src/cli/reporters/pretty.ts'
import {placeOf} from '../../src/cli/reporters/reporter.ts'
import {put, run, useFolder} from '../util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'

/** A warning, and an error with a safe fix. */
const note = `---
max_token: 5
---

Hi

${delimiter}

### role::assistant

\`\`\`
${delimiter}
\`\`\`
`

useFolder()

/** Report a note of that name. */
async function report(format: string, name = 'a.md', value = note) {
  await put(name, value)
  const {stdout} = await run(['check', '.', '--format', format])
  return stdout
}

// Note: Windows has no such names.
const posixTest = test.skipIf(process.platform === 'win32')

test('should refuse a format that is none', async () => {
  const {code, stderr} = await run(['check', '.', '--format=xml'])
  expect(code).toBe(2)
  expect(stderr).toContain(
    'Unexpected `--format xml`, expected `pretty`, `compact`, `json`'
  )
})

test.each(['json', 'gitlab', 'sarif', 'rdjson'])(
  'should be a value of JSON with no problems, and with those of two files: %s',
  async format => {
    await put('a.md', 'role::user\n\nHi\n')
    const empty = await run(['check', '.', '--format', format])
    expect(empty.code).toBe(0)
    expect(JSON.parse(empty.stdout)).toEqual(expect.anything())
    await put('b.md', note)
    await put('c.md', note)
    const {code, stdout} = await run(['check', '.', '--format', format])
    expect(code).toBe(1)
    expect(
      JSON.stringify(JSON.parse(stdout)).split('misspelled-key').length
    ).toBeGreaterThan(2)
  }
)

describe('pretty', () => {
  test('should frame the place, and name the fix and the page', async () => {
    await put('a.md', note)
    const argv = ['check', '.', '--format=pretty']
    const {stdout, stderr} = await run(argv, {columns: 60})
    expect(stderr).toBe('')
    expect(
      stdout
    ).toContain(`a.md:2:1 warning Unexpected unknown key \`max_token\`, expected \`max_tokens\`: it sets nothing misspelled-key
  2 | max_token: 5
    | ^^^^^^^^^
`)
    expect(stdout).toContain(`
  12 | ${delimiter}
     | ${'^'.repeat(delimiter.length)}
  \`--fix\` mends this
  https://github.com/chatmd/chatmd/blob/main/docs/problems.md#delimiter-in-code
`)
  })

  test('should color when told to', async () => {
    await put('a.md', note)
    const argv = ['check', '.', '--format=pretty']
    const {stdout} = await run(argv, {color: true})
    expect(stdout).toContain('\u001b[33mwarning\u001b[39m')
    expect(stdout).toContain('\u001b[33m^^^^^^^^^\u001b[39m')
    expect(stdout).toContain('\u001b[2mmisspelled-key\u001b[22m')
  })

  test('should tell a risky fix from a safe one', () => {
    const message = new VFileMessage('Unexpected `a`', {ruleId: 'a'})
    const edits = [{offset: 0, length: 1, content: 'b'}]
    Object.assign(message, {fix: {edits, safe: false}})
    const {file} = createPretty({color: false, columns: 80})
    const checked = {path: 'a.md', value: 'a', problems: [message]}
    expect(file(checked)).toBe(
      'a.md:1:1 info Unexpected `a` a\n  `--unsafe-fixes` mends this\n\n'
    )
  })

  test('should show no line for a file that cannot be read', async () => {
    const argv = ['check', 'none.md', '--format=pretty']
    expect(
      (await run(argv)).stdout
    ).toBe(`none.md:1:1 error Cannot read file: no such file unreadable-file
  https://github.com/chatmd/chatmd/blob/main/docs/cli.md#unreadable-file

0 chats checked, 1 error.
`)
  })
})

describe('place', () => {
  const point = {line: 2, column: 3, offset: 7}

  test.each([
    [
      'a range',
      {start: point, end: {line: 4, column: 5, offset: 9}},
      [2, 3, 4, 5, 7, 9]
    ],
    ['a point', point, [2, 3, 2, 3, 7, 7]],
    ['nothing', undefined, [1, 1, 1, 1, undefined, undefined]]
  ])('should be read off %s', (_name, place, expected) => {
    const message = new VFileMessage('Unexpected', {place})
    expect(Object.values(placeOf(message))).toEqual(expected)
  })
})

describe('frame', () => {
  test.each([
    ['one', 'a bc d', 2, 4, 80, 'a bc d', '  ^^'],
    ['the line of the start', 'a\nb\rcd\ne', 4, 6, 80, 'cd', '^^'],
    ['wide characters', '你好x', 1, 3, 80, '你好x', '  ^^^'],
    ['an emoji of many parts', '👩‍👩‍👧 a', 0, 8, 80, '👩‍👩‍👧 a', '^^'],
    ['a tab', '\tab', 1, 2, 80, '    ab', '    ^'],
    ['a control character', 'a\u001bb', 1, 2, 80, 'a\\u001bb', ' ^^^^^^'],
    ['a character that reorders', '\u202ea', 1, 2, 80, '\\u202ea', '      ^'],
    ['a place without length', 'abc', 1, 1, 80, 'abc', '   ^'],
    ['a character without width', 'a\u200bb', 1, 2, 80, 'a\u200bb', ' ^'],
    ['a line ending', 'ab\nc', 2, 3, 80, 'ab', '  ^'],
    ['the end', 'ab', 2, 2, 80, 'ab', '  ^'],
    ['an empty text', '', 0, 0, 80, '', '^'],
    [
      'a long line, cut at its end',
      'ab'.repeat(20),
      0,
      2,
      10,
      'ababababa…',
      '^^'
    ],
    [
      'a long line, cut at both ends',
      `${'a'.repeat(50)}bc${'d'.repeat(50)}`,
      50,
      52,
      12,
      '…aaaabcdddd…',
      '     ^^'
    ],
    [
      'a long line, cut at its start',
      `${'a'.repeat(50)}bc`,
      50,
      52,
      12,
      '…aaaabc',
      '     ^^'
    ]
  ])('should draw %s', (_name, value, start, end, columns, line, carets) => {
    expect(drawFrame(value, start, end, columns)).toEqual({line, carets})
  })

  test('should look at a part of a huge line', () => {
    const value = 'a'.repeat(1e7)
    const {line} = drawFrame(value, 5e6, 5e6 + 10, 40)
    expect(line).toMatch(/^…a+…$/)
    expect(line.length).toBeLessThanOrEqual(40)
  })
})

describe('github', () => {
  test('should have errors first', async () => {
    const lines = (await report('github')).split('\n')
    expect(lines.map(line => line.split(' ')[0])).toEqual([
      '::error',
      '::warning',
      ''
    ])
    expect(lines[1]).toBe(
      '::warning file=a.md,line=2,endLine=2,col=1,endColumn=10,title=misspelled-key::Unexpected unknown key `max_token`, expected `max_tokens`: it sets nothing'
    )
  })

  test('should name what is worth to know a notice', async () => {
    await put('a.md', `role::user\n\n${delimiter}\n\nrole::assistant\n\nHi\n`)
    const argv = ['check', '.', '--format=github', '--level=info']
    expect((await run(argv)).stdout).toMatch(/^::notice file=a\.md,/)
  })

  posixTest('should escape names', async () => {
    expect(await report('github', 'a,b:c%\r\n::.md')).toContain(
      'file=a%2Cb%3Ac%25%0D%0A%3A%3A.md,line='
    )
  })
})

describe('gitlab', () => {
  test('should tell equal problems apart, wherever they stand', async () => {
    const twice = `role::user\n\n\`\`\`\n${delimiter}\n${delimiter}\n\`\`\`\nHi\n`
    const prints = (text: string) =>
      JSON.parse(text).map(
        ({fingerprint}: {fingerprint: string}) => fingerprint
      )
    const before = prints(await report('gitlab', 'a.md', twice))
    expect(new Set(before).size).toBe(2)
    const after = prints(await report('gitlab', 'a.md', `\n\n${twice}`))
    expect(after).toEqual(before)
  })

  test('should have the keys that GitLab asks for', async () => {
    expect(JSON.parse(await report('gitlab'))[0]).toEqual({
      description:
        'Unexpected unknown key `max_token`, expected `max_tokens`: it sets nothing',
      check_name: 'misspelled-key',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'minor',
      location: {path: 'a.md', lines: {begin: 2}}
    })
  })
})

describe('sarif', () => {
  test('should have a rule, a region, and a fix', async () => {
    const {runs} = JSON.parse(await report('sarif'))
    const [{tool, results}] = runs
    const [warning, error] = results
    expect(tool.driver.rules).toContainEqual({
      id: 'round-trip',
      helpUri: expect.stringMatching(/\/docs\/cli\.md#round-trip$/),
      defaultConfiguration: {level: 'error'}
    })
    expect(warning).toMatchObject({
      ruleId: 'misspelled-key',
      level: 'warning',
      message: {
        text: 'Unexpected unknown key `max_token`, expected `max_tokens`: it sets nothing'
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'a.md'},
            region: {startLine: 2, startColumn: 1, endLine: 2, endColumn: 10}
          }
        }
      ]
    })
    const offset = note.lastIndexOf(delimiter)
    expect(error.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: {charOffset: offset, charLength: delimiter.length},
        insertedContent: {text: delimiter.replace('hr ', 'hr  ')}
      }
    ])
  })

  posixTest('should make an address of a name', async () => {
    const name = 'a b/#?%你.md'
    const {runs} = JSON.parse(await report('sarif', name))
    const {uri} =
      runs[0].results[0].locations[0].physicalLocation.artifactLocation
    expect(uri).toBe('a%20b/%23%3F%25%E4%BD%A0.md')
    expect(decodeURIComponent(uri)).toBe(name)
  })
})

describe('junit', () => {
  test('should have a suite for each file, with a case for each problem', async () => {
    await put('b.md', 'role::user\n\nHi\n')
    await put('a.md', `---\nmax_token: 5\n---\n\nrole::user\n\nHi\n`)
    const {stdout} = await run(['check', '.', '--format=junit'])
    const reason =
      'Unexpected unknown key `max_token`, expected `max_tokens`: it sets nothing'
    expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="chatmd">
  <testsuite name="a.md" tests="1" failures="1">
    <testcase name="misspelled-key" classname="a.md">
      <failure type="warning" message="${reason}">a.md:2:1: warning: ${reason}</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0">
    <testcase name="b.md" classname="chatmd"/>
  </testsuite>
</testsuites>
`)
  })

  posixTest('should escape names', async () => {
    expect(await report('junit', 'a&<>"\n\t\r\u0001\uffff.md')).toContain(
      '<testsuite name="a&amp;&lt;&gt;&quot;&#10;&#9;&#13;\ufffd\ufffd.md"'
    )
  })
})

describe('rdjson', () => {
  test('should count columns in bytes of UTF-8', async () => {
    const value = `role::user\n\né你👋 \`${delimiter}\`\n`
    const {diagnostics} = JSON.parse(await report('rdjson', 'a.md', value))
    const column = 1 + Buffer.byteLength('é你👋 `')
    expect(diagnostics[0].location).toEqual({
      path: 'a.md',
      range: {
        start: {line: 3, column},
        end: {line: 3, column: column + delimiter.length}
      }
    })
    expect(diagnostics[0].suggestions).toEqual([
      {
        range: diagnostics[0].location.range,
        text: delimiter.replace('hr ', 'hr  ')
      }
    ])
  })

  test('should place a file that cannot be read at its start', async () => {
    const {stdout} = await run(['check', 'none.md', '--format=rdjson'])
    expect(JSON.parse(stdout).diagnostics[0].location.range).toEqual({
      start: {line: 1, column: 1},
      end: {line: 1, column: 1}
    })
  })
})

describe('json', () => {
  test('should have all that is known, and the summary', async () => {
    const {files, summary} = JSON.parse(await report('json'))
    expect(files[0].path).toBe('a.md')
    expect(files[0].problems[0]).toEqual({
      ruleId: 'misspelled-key',
      severity: 'warning',
      reason:
        'Unexpected unknown key `max_token`, expected `max_tokens`: it sets nothing',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 10,
      offset: 4,
      endOffset: 13,
      actual: 'max_token',
      expected: ['max_tokens'],
      url: expect.stringMatching(/#misspelled-key$/),
      fix: {
        edits: [{offset: 4, length: 9, content: 'max_tokens'}],
        safe: false
      }
    })
    expect(files[0].problems[1].fix.safe).toBe(true)
    expect(summary).toMatchObject({
      chats: 1,
      skipped: 0,
      shown: {error: 1, warning: 1, info: 0},
      fixable: 1,
      rules: {'delimiter-in-code': 1, 'misspelled-key': 1}
    })
  })
})
