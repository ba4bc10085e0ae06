import {execFileSync} from 'node:child_process'
import {chmod} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../../src/cli/check/rules.ts'
import {wrap} from '../../src/cli/wrap.ts'
import {asNobody, cwd, put, run, useFolder} from '../util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'

useFolder()

describe('rules', () => {
  test('should list each with its severity', async () => {
    const {code, stdout} = await run(['rules'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^unknown-role {16}error$/m)
    expect(stdout).toMatch(/^text-between-rules {10}info, off$/m)
    expect(stdout.trim().split('\n')).toHaveLength(rules.length)
  })

  test('should be JSON when asked for', async () => {
    const {stdout} = await run(['rules', '--json'])
    expect(JSON.parse(stdout)).toContainEqual({
      ruleId: 'round-trip',
      severity: 'error',
      off: false,
      url: expect.stringMatching(/cli\.md#round-trip$/)
    })
  })
})

describe('explain', () => {
  test.each(rules.map(({ruleId}) => ruleId))('should explain %s', async id => {
    const {code, stdout} = await run(['explain', id])
    expect(code).toBe(0)
    expect(stdout.startsWith(`${id}\n\n`)).toBe(true)
    expect(stdout).not.toMatch(/\n## /)
    if (id !== 'round-trip') expect(stdout).toMatch(/\nRight:\n[\s\S]+\n~~~~\n$/)
  })

  test.each(['unreadable-file', 'unwritable-file'])(
    'should explain the failure %s',
    async id => {
      expect((await run(['explain', id])).stdout).toMatch(`${id}\n\n`)
    }
  )

  test.each([
    [[], 'Expected the name of one rule'],
    [['a', 'b'], 'Expected the name of one rule'],
    [['unknown-rol'], 'expected `unknown-role`'],
    [['Wrong'], 'Unexpected rule `Wrong`']
  ])('should refuse %j', async (argv, reason) => {
    const {code, stdout, stderr} = await run(['explain', ...argv])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(reason)
  })
})

describe('stats', () => {
  const chat = `---
model: gpt-4o
created: 2024-05-06
---

Hi

${delimiter}

### role::assistant

Hello!

${delimiter}

### role::assistant<span style="font-size: small;"> (a\\model 你好)</span> <!-- {"time":"2025-13-01"} -->

Hello!
`

  test('should count by role, model and month', async () => {
    await put('a.md', chat)
    await put('b.md', 'Bread\n')
    expect(await run(['stats', '.'], {columns: 60})).toEqual({
      code: 0,
      stdout: `Chats                    1
Other notes              1
Turns                    3
Characters              14

Turns by role
  assistant                            2  ################
  user                                 1  ########

Turns by model
  gpt-4o                               1  ################
  a\\model 你好                         1  ################

Turns by month
  2024-05                              2  ################
  unknown                              1  ########
`,
      stderr: ''
    })
  })

  test('should be JSON when asked for', async () => {
    await put('a.md', chat.replace('gpt-4o', '__proto__'))
    const {stdout} = await run(['stats', '.', '--json'])
    const {models, ...counts} = JSON.parse(stdout)
    expect(Object.entries(models)).toEqual([
      ['__proto__', {turns: 1, characters: 6}],
      ['a\\model 你好', {turns: 1, characters: 6}]
    ])
    expect(counts).toEqual({
      chats: 1,
      skipped: 0,
      turns: 3,
      characters: 14,
      roles: {
        user: {turns: 1, characters: 2},
        assistant: {turns: 2, characters: 12}
      },
      months: {
        '2024-05': {turns: 2, characters: 8},
        unknown: {turns: 1, characters: 6}
      }
    })
  })

  test('should count nothing where there are no chats', async () => {
    await put('a.md', 'Bread\n')
    const {stdout} = await run(['stats', '.'])
    expect(stdout).toMatch(
      /^Chats +0\nOther notes +1\nTurns +0\nCharacters +0\n$/
    )
  })

  test('should cut long names, and escape what steers a terminal', async () => {
    const model = `${'你'.repeat(20)}`
    await put(
      'a.md',
      `---\nmodel: "${model}"\ntemperature: 1\n---\n\nrole::assistant\n\nHi\n`
    )
    await put(
      'b.md',
      `---\nmodel: "\\e[2J"\ntemperature: 1\n---\n\nrole::assistant\n\nHi\n`
    )
    const {stdout} = await run(['stats', '.'])
    expect(stdout).toContain(`  ${'你'.repeat(14)}         1  #`)
    expect(stdout).toContain('  \\u001b[2J ')
    expect(stdout).not.toContain('\u001b')
  })

  test('should read stdin', async () => {
    const {stdout} = await run(['stats', '-', '--json'], {stdin: chat})
    expect(JSON.parse(stdout).chats).toBe(1)
  })

  // Note: Windows has no such modes and names.
  test.skipIf(process.platform === 'win32')(
    'should say what cannot be read, and go on',
    async () => {
      await put('a.md', chat)
      await put('b\u001b.md', Uint8Array.of(0xff))
      await put('shut/c.md', chat)
      await chmod(cwd, 0o755)
      await chmod(join(cwd, 'shut'), 0o000)
      const argv = ['stats', '.', 'none.md', '--json']
      const {code, stdout, stderr} = await asNobody(() => run(argv))
      await chmod(join(cwd, 'shut'), 0o755)
      expect(code).toBe(2)
      expect(JSON.parse(stdout).chats).toBe(1)
      expect(stderr).toBe(
        [
          'b\\u001b.md: Cannot read file: it is not UTF-8, see byte 0 (counted from 0)',
          'none.md: Cannot read file: no such file',
          'shut: Cannot read folder: permission denied\n'
        ].join('\n')
      )
    }
  )
})

describe('show', () => {
  const chat = `---
title: "Eggs\\e[2J"
---

How do I boil an egg?

${delimiter}

### role::assistant<span style="font-size: small;"> (gpt-4o)</span> <!-- {"name":"cook","time":"2025-01-02"} -->

1. Boil\twater.\r

   Put the egg in for seven minutes 你好 👋.

${delimiter}

### role::constructor

\u001b[31mred\u202e
`

  test('should show turns as blocks, wrapped', async () => {
    await put('a.md', chat)
    expect(await run(['show', 'a.md'], {columns: 30})).toEqual({
      code: 0,
      stdout: `Eggs\\u001b[2J

user
  How do I boil an egg?

assistant · gpt-4o · cook · 2025-01-02
  1. Boil    water.

     Put the egg in for seven
     minutes 你好 👋.

constructor
  \\u001b[31mred\\u202e

`,
      stderr: ''
    })
  })

  test('should color roles when told to', async () => {
    const given = {stdin: chat, color: true}
    const {stdout} = await run(['show', '-'], given)
    expect(stdout).toContain('\u001b[1;36muser\u001b[0m\n')
    expect(stdout).toContain('\u001b[1;32massistant · gpt-4o')
    expect(stdout).toContain('\u001b[1;33mconstructor\u001b[0m\n')
  })

  test.each([
    [[], 'Expected one file'],
    [['a.md', 'b.md'], 'Expected one file'],
    [['.'], 'Expected one file'],
    [['none.md'], 'Cannot read `none.md`: no such file'],
    [['b.md'], 'Cannot read `b.md`: it is not UTF-8']
  ])('should refuse %j', async (argv, reason) => {
    await put('a.md', 'role::user\n\nHi\n')
    await put('b.md', Uint8Array.of(0xff))
    const {code, stdout, stderr} = await run(['show', ...argv])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(reason)
  })
})

describe('wrap', () => {
  test.each([
    ['', ['']],
    ['    ', ['']],
    ['Short', ['Short']],
    ['It is twenty columns wide', ['It is twenty columns', 'wide']],
    ['  indented text that is long', ['  indented text that', '  is long']],
    ['a'.repeat(45), ['a'.repeat(20), 'a'.repeat(20), 'a'.repeat(5)]],
    [`x ${'你'.repeat(12)}`, ['x', '你'.repeat(10), '你你']],
    [
      `x y${'👩‍👩‍👧'.repeat(11)}`,
      [`x`, `y${'👩‍👩‍👧'.repeat(9)}`, '👩‍👩‍👧👩‍👩‍👧']
    ],
    [
      `${' '.repeat(50)}deep down there`,
      [`${' '.repeat(10)}deep down`, `${' '.repeat(10)}there`]
    ],
    ['two  spaces   inside', ['two  spaces   inside']],
    ['nineteen columns at  the end', ['nineteen columns at', 'the end']]
  ])('should wrap %j at twenty columns', (line, lines) => {
    expect(wrap(line, 20)).toEqual(lines)
    expect(wrap(line, 1)).toEqual(lines)
  })

  test('should wrap a huge word', () => {
    expect(wrap('a'.repeat(1e6), 100)).toHaveLength(1e4)
  })
})

describe('completion', () => {
  const hasShell = (name: string) => {
    try {
      execFileSync(name, ['--version'], {stdio: 'ignore'})
      return true
    } catch {
      return false
    }
  }

  test.skipIf(!hasShell('bash'))('should complete in bash', async () => {
    const {stdout} = await run(['completion', 'bash'])
    const complete = (...words: Array<string>) =>
      execFileSync(
        'bash',
        [
          '--norc',
          '-c',
          `${stdout}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_chatmd; echo "\${COMPREPLY[@]}"`,
          'bash',
          ...words
        ],
        {encoding: 'utf8'}
      )
    expect(complete('chatmd', 'ch')).toBe('check\n')
    expect(complete('chatmd', '--v')).toBe('--version\n')
    expect(complete('chatmd', 'check', '--f')).toBe(
      '--format --fix --files-from\n'
    )
    expect(complete('chatmd', 'rules', '--')).toBe('--json --help\n')
  })

  test.skipIf(!hasShell('zsh'))('should be read by zsh', async () => {
    const {stdout} = await run(['completion', 'zsh'])
    execFileSync('zsh', ['-fc', `autoload -U compinit; compinit -u\n${stdout}`])
  })

  test('should make a script for zsh and fish', async () => {
    const zsh = await run(['completion', 'zsh'])
    expect(zsh.stdout).toMatch(/^autoload -U \+X bashcompinit/)
    const fish = await run(['completion', 'fish'])
    expect(fish.stdout).toMatch(
      /^complete -c chatmd -n '__fish_seen_subcommand_from check' -l fix$/m
    )
  })

  test.each([[[]], [['tcsh']]])('should refuse %j', async argv => {
    const {code, stderr} = await run(['completion', ...argv])
    expect(code).toBe(2)
    expect(stderr).toContain('Expected a shell: `bash`, `zsh`, `fish`')
  })
})
