import {afterEach, describe, expect, test, vi} from 'vitest'
import {failWith, get, put, run, toOutput, useFolder} from '../util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'
const good = `Hi\n\n${delimiter}\n\n### role::assistant\n\nHello!\n`
const faulty = `Hi\n\n${delimiter}\n\n### role::bot\n\nHello!\n`
const doubtful = `---\nmax_token: 5\n---\n\n${good}`
const informed = good.replace('Hello!\n', `\n${delimiter}\n\nrole::user\n\n`)

const summary = '1 chat checked, no problems.\n'
const problem =
  'a.md:5:11: error: Unexpected role `bot`, expected `assistant`, `developer`, or `user`: ChatGPT MD cannot send this note (unknown-role)\n'

useFolder()

afterEach(() => {
  vi.restoreAllMocks()
})

describe('report', () => {
  test('should have no data for a good chat', async () => {
    await put('a.md', good)
    expect(await run(['check', 'a.md'])).toEqual({
      code: 0,
      stdout: '',
      stderr: summary
    })
  })

  test('should have a line for each problem', async () => {
    await put('a.md', faulty)
    expect(await run(['check', 'a.md'])).toEqual({
      code: 1,
      stdout: problem,
      stderr: '1 chat checked, 1 error.\n'
    })
  })

  test('should skip notes that are no chats, and count them', async () => {
    await put('a.md', good)
    await put('b.md', 'Lead:: Ann\n\nrole:: Lead\n')
    await put('c.md', '---\ntemperature: 30\n---\n\nBread\n')
    expect((await run(['check', '.'])).stderr).toBe(
      '1 chat checked, 2 other notes skipped, no problems.\n'
    )
    expect((await run(['check', '.', '--all'])).stderr).toMatch(
      /^3 chats checked, 2 errors\.\n/
    )
  })

  test('should read `-` from stdin', async () => {
    const done = await run(['check', '-'], {stdin: faulty})
    expect(done.stdout).toBe(problem.replace('a.md', '<stdin>'))
  })

  test('should name what is on stdin', async () => {
    const argv = ['check', '-', '--stdin-filename', 'notes/a b.md']
    const done = await run(argv, {stdin: faulty})
    expect(done.stdout).toBe(problem.replace('a.md', 'notes/a b.md'))
  })

  test('should be for people on a terminal', async () => {
    await put('a.md', faulty)
    const done = await run(['check', 'a.md'], {isTerminal: true, color: true})
    expect(done.stderr).toBe('')
    expect(done.stdout).toContain('a.md:5:11 \u001b[31merror\u001b[39m ')
    expect(done.stdout).toMatch(/\n1 chat checked, 1 error\.\n$/)
  })

  test('should go on when a file cannot be read', async () => {
    await put('a.md', faulty)
    expect(await run(['check', '0.md', 'a.md'])).toEqual({
      code: 2,
      stdout: `0.md:1:1: error: Cannot read file: no such file (unreadable-file)\n${problem}`,
      stderr: '1 chat checked, 2 errors.\n'
    })
  })

  test('should sum up by rule, and tell how much is hidden', async () => {
    await put('a.md', informed)
    await put('b.md', doubtful)
    await put('c.md', faulty)
    await put('d.md', faulty)
    expect((await run(['check', '.'])).stderr).toBe(
      [
        '4 chats checked, 2 errors, 1 warning.',
        '       2  unknown-role',
        '       1  misspelled-key',
        '1 more below the level; `--level info` shows all.\n'
      ].join('\n')
    )
  })

  test('should tell how much can be mended', async () => {
    await put('a.md', `role::user\n\n\`\`\`\n${delimiter}\n\`\`\`\n`)
    expect((await run(['check', '.'])).stderr).toMatch(
      /\n`--fix` mends 1 of them\.\n$|error\.\n`--fix` mends 1 of them\.\n$/
    )
  })

  // Note: Windows has no such names.
  const posixTest = test.skipIf(process.platform === 'win32')

  posixTest('should show control characters of names', async () => {
    await put('a\u001b[2J\u202e\u2028.md', faulty)
    const {stdout} = await run(['check', '.', 'no\nne.md'])
    expect(stdout).toContain('a\\u001b[2J\\u202e\\u2028.md:5:11: error')
    expect(stdout).toContain('no\\u000ane.md:1:1: error')
    for (const control of ['\u001b', '\u202e', '\u2028']) {
      expect(stdout).not.toContain(control)
    }
  })

  test('should succeed with a sentence if there is nothing to check', async () => {
    await put('.chatmdignore', 'a.md\n')
    await put('a.md', faulty)
    const stderr = 'No notes to check\n'
    expect(await run(['check', '.'])).toEqual({code: 0, stdout: '', stderr})
    expect(await run(['check', '.', '--format=gitlab'])).toEqual({
      code: 0,
      stdout: '[\n]\n',
      stderr
    })
  })
})

describe('level', () => {
  test.each([
    [[], 'b.md'],
    [['--level', 'error'], ''],
    [['--level', 'info'], 'a.md b.md']
  ])('should show by %j', async (argv, expected) => {
    await put('a.md', informed)
    await put('b.md', doubtful)
    const {code, stdout} = await run(['check', '.', ...argv])
    const names = [...stdout.matchAll(/^[^:]+/gm)].map(([name]) => name)
    expect([...new Set(names)].join(' ')).toBe(expected)
    expect(code).toBe(expected.includes('b.md') ? 1 : 0)
  })

  test('should be refused if it is none', async () => {
    const {stderr} = await run(['check', '.', '--level', 'bad'])
    expect(stderr).toMatch('`--level bad`, expected `error`, `warning`, `info`')
  })

  test.each([
    ['0', 1],
    ['1', 1],
    ['2', 0],
    ['-1', 0]
  ])('should fail with more warnings than %s', async (most, code) => {
    await put('a.md', doubtful)
    await put('b.md', doubtful)
    const argv = ['check', '.', `--max-warnings=${most}`]
    expect((await run(argv)).code).toBe(code)
  })

  test('should refuse a number of warnings that is none', async () => {
    const {code, stderr} = await run(['check', '.', '--max-warnings=1.5'])
    expect(code).toBe(2)
    expect(stderr).toContain('`--max-warnings 1.5`, expected a number')
  })
})

describe('rules', () => {
  const both = `---\nmax_token: 5\n---\n\n${faulty}`

  async function check(...argv: Array<string>) {
    await put('a.md', both)
    const {stdout} = await run(['check', 'a.md', ...argv])
    return [...stdout.matchAll(/\((\S+)\)$/gm)].map(([, rule]) => rule)
  }

  test('should be turned off, repeated and in lists', async () => {
    expect(await check()).toEqual(['misspelled-key', 'unknown-role'])
    const list = ['--off', 'misspelled-key, unknown-role']
    expect(await check(...list)).toEqual([])
    const repeated = ['--off=misspelled-key', '--off', 'unknown-role']
    expect(await check(...repeated)).toEqual([])
  })

  test('should be the only ones', async () => {
    expect(await check('--only', 'unknown-role')).toEqual(['unknown-role'])
    expect(await check('--only=round-trip')).toEqual([])
    expect(await check('--only=unknown-role', '--off=unknown-role')).toEqual([])
  })

  test('should be found where they are off by default, if they are asked for', async () => {
    await put('b.md', `${good}\n---\n\nTwo\n\n---\n\nThree\n`)
    const argv = ['check', 'b.md', '--level=info']
    expect((await run(argv)).stdout).toBe('')
    const {stdout} = await run([...argv, '--only=text-between-rules'])
    expect(stdout).toMatch(/^b\.md:.*\(text-between-rules\)\n$/)
  })

  test.each(['toString', '__proto__', '', 'unknown-rol'])(
    'should be refused if they are none: `%s`',
    async name => {
      const {code, stderr} = await run(['check', '.', `--only=${name}`])
      expect(code).toBe(2)
      expect(stderr).toContain(`Unexpected rule \`${name}\`, expected `)
    }
  )
})

describe('output', () => {
  test('should fail when the reader goes away, as not all was checked', async () => {
    await put('a.md', faulty)
    const done = await run(['check', 'a.md'], {stdout: failWith('EPIPE')})
    expect(done).toEqual({code: 1, stdout: '', stderr: ''})
  })

  test('should say that the report cannot be written', async () => {
    await put('a.md', faulty)
    const done = await run(['check', 'a.md'], {stdout: failWith('ENOSPC')})
    expect(done).toEqual({
      code: 2,
      stdout: '',
      stderr: 'chatmd: Cannot write: ENOSPC: no\n'
    })
  })

  test('should keep its exit code when no message can be written', async () => {
    await put('a.md', faulty)
    const {code} = await run(['check', 'a.md'], {stderr: failWith('EPIPE')})
    expect(code).toBe(1)
  })

  test('should show progress after a second, and take it away', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.md`, faulty)
    let now = 0
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 600))
    let screen = ''
    const stdout = toOutput(value => (screen += value))
    const stderr = toOutput(value => (screen += value))
    await run(['check', '.'], {progress: true, stdout, stderr})
    const [a, b, c] = ['a', 'b', 'c'].map(name => `${name}${problem.slice(1)}`)
    const clear = '\r\u001b[K'
    expect(screen).toBe(
      `${a}${b}\r2 of 3 files${clear}${c}3 chats checked, 3 errors.\n`
    )
  })

  test('should take progress away at the end', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.md`, good)
    let now = 0
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 600))
    const {stderr} = await run(['check', '.'], {progress: true})
    expect(stderr).toBe(
      '\r2 of 3 files\r\u001b[K3 chats checked, no problems.\n'
    )
  })

  test('should show no progress where nobody looks', async () => {
    await put('a.md', good)
    await put('b.md', good)
    let now = 0
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 2000))
    expect((await run(['check', '.'])).stderr).toBe(
      '2 chats checked, no problems.\n'
    )
  })

  test('should change no file', async () => {
    await put('a.md', faulty)
    await run(['check', 'a.md'])
    expect(await get('a.md')).toBe(faulty)
  })
})
