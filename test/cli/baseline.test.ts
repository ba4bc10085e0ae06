import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {cwd, get, put, run, useFolder} from '../util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'
const turn = `${delimiter}\n\n### role::bot\n\nHello!\n`
const one = `Hi\n\n${turn}`
const two = `${one}\n${delimiter}\n\n### role::user\n\nBye\n\n${turn}`

useFolder()

beforeEach(async () => {
  await put('a.md', two)
  await put('sub/b.md', one)
  await put('c.md', 'Bread\n')
})

function check(...argv: Array<string>) {
  return run(['check', '.', '--baseline', 'base.json', ...argv])
}

async function readFiles() {
  return JSON.parse(await get('base.json')).files
}

test('should hide what is known, and show what is new', async () => {
  expect(await check('--update-baseline')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'The baseline lists 3 problems of 2 files.\n'
  })
  expect(JSON.parse(await get('base.json'))).toEqual({
    version: 1,
    files: {'a.md': {'unknown-role': 2}, 'sub/b.md': {'unknown-role': 1}}
  })
  expect(await check()).toEqual({
    code: 0,
    stdout: '',
    stderr: '2 chats checked, 1 other note skipped, no problems.\n'
  })
  await put('sub/b.md', two)
  const {code, stdout} = await check()
  expect(code).toBe(1)
  expect(stdout).toMatch(/^sub\/b\.md:17:11: error: .*\n$/)
})

test('should keep its paths whatever the folder is', async () => {
  await check('--update-baseline')
  const argv = ['check', 'b.md', '--baseline', '../base.json']
  expect((await run(argv, {folder: 'sub'})).code).toBe(0)
  const stdin = ['check', '-', '--stdin-filename=a.md', '--baseline=base.json']
  expect((await run(stdin, {stdin: two})).code).toBe(0)
  const other = ['check', '-', '--baseline=base.json']
  expect((await run(other, {stdin: two})).code).toBe(1)
})

describe('stale entries', () => {
  beforeEach(async () => {
    await check('--update-baseline')
  })

  test('should be listed, and be no failure', async () => {
    await put('a.md', one)
    await put('sub/b.md', 'Bread\n')
    expect(await check()).toEqual({
      code: 0,
      stdout: '',
      stderr: [
        '1 chat checked, 2 other notes skipped, no problems.',
        'The baseline lists more than there is; `--update-baseline` drops these:',
        '  a.md: unknown-role: 1',
        '  sub/b.md: unknown-role: 1\n'
      ].join('\n')
    })
    await check('--update-baseline')
    expect(await readFiles()).toEqual({'a.md': {'unknown-role': 1}})
  })

  test('should be those of files that are gone', async () => {
    await rm(join(cwd, 'a.md'))
    expect((await check()).stderr).toMatch(/\n {2}a\.md: unknown-role: 2\n$/)
    await check('--update-baseline')
    expect(await readFiles()).toEqual({'sub/b.md': {'unknown-role': 1}})
  })

  test('should not be those of files that are not checked', async () => {
    const argv = ['check', 'sub', '--baseline', 'base.json']
    expect((await run(argv)).stderr).toBe('1 chat checked, no problems.\n')
    await put('sub/b.md', two)
    await run([...argv, '--update-baseline'])
    expect(await readFiles()).toEqual({
      'a.md': {'unknown-role': 2},
      'sub/b.md': {'unknown-role': 2}
    })
  })

  test('should not be those of rules that are off', async () => {
    const {stderr} = await check('--only', 'round-trip')
    expect(stderr).not.toContain('The baseline')
    await check('--off', 'unknown-role', '--update-baseline')
    expect(await readFiles()).toEqual({
      'a.md': {'unknown-role': 2},
      'sub/b.md': {'unknown-role': 1}
    })
  })

  // Note: Windows has no such names.
  test.skipIf(process.platform === 'win32')(
    'should show control characters of names',
    async () => {
      await put('\u001b.md', one)
      await check('--update-baseline')
      await rm(join(cwd, '\u001b.md'))
      expect((await check()).stderr).toContain('\\u001b.md: unknown-role: 1')
    }
  )
})

test('should list a round trip that fails, and files with the names of objects', async () => {
  await put('constructor/__proto__', two)
  await put('__proto__', one)
  const argv = ['check', 'constructor/__proto__', '__proto__']
  const base = ['--baseline', 'base.json']
  await run([...argv, ...base, '--update-baseline'])
  expect((await get('base.json')).match(/"unknown-role": \d/g)).toHaveLength(2)
  expect((await run(['check', 'constructor/__proto__', ...base])).code).toBe(0)
})

test('should say which files cannot be read, and leave them listed', async () => {
  await check('--update-baseline')
  await put('a.md', Uint8Array.of(0xff))
  expect(await check('--update-baseline')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'a.md: Cannot read file: it is not UTF-8, see byte 0 (counted from 0)\nThe baseline lists 3 problems of 2 files.\n'
  })
})

test.each([
  [['--update-baseline'], 'Missing `--baseline` with `--update-baseline`'],
  [['--baseline=none.json'], 'none.json`: no such file'],
  [['--baseline=bad.json'], 'bad.json`: it is no baseline'],
  [['--baseline=bad.json', '--update-baseline'], 'it is no baseline'],
  [['--baseline=worse.json'], 'worse.json`: '],
  [
    ['--baseline=base.json', '--update-baseline', '--diff'],
    'Unexpected `--diff` with `--update-baseline`'
  ]
])('should refuse wrong use: %j', async (argv, reason) => {
  await put('bad.json', '{"version": 2}')
  await put('worse.json', '{')
  const {code, stdout, stderr} = await run(['check', '.', ...argv])
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toContain(reason)
})
