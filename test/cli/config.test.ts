import {describe, expect, test} from 'vitest'
import {put, run, useFolder} from '../util/cli.ts'

const note = `---\nmax_token: 5\n---\n\nHi\n\n<hr class="__chatgpt_plugin">\n\n### role::bot\n\nHello!\n`

useFolder()

/** Check a note in a folder: the severities by rule. */
async function check(...argv: Array<string>) {
  await put('notes/a.md', note)
  const done = await run(['check', 'a.md', '--level=info', ...argv], {
    folder: 'notes'
  })
  const found = done.stdout.matchAll(/: (\w+): .* \((\S+)\)$/gm)
  return Object.fromEntries([...found].map(([, level, rule]) => [rule, level]))
}

function putConfig(path: string, value: unknown) {
  return put(path, JSON.stringify(value))
}

const usual = {'misspelled-key': 'warning', 'unknown-role': 'error'}
const rules = {'unknown-role': 'info', 'misspelled-key': 'off'}

describe('the file', () => {
  test('should be found upwards', async () => {
    expect(await check()).toEqual(usual)
    await putConfig('chatmd.config.json', {rules})
    expect(await check()).toEqual({'unknown-role': 'info'})
    await putConfig('notes/chatmd.config.json', {})
    expect(await check()).toEqual(usual)
  })

  test('should be `package.json` if that has settings', async () => {
    await putConfig('package.json', {chatmd: {rules}})
    await putConfig('notes/package.json', {name: 'notes'})
    expect(await check()).toEqual({'unknown-role': 'info'})
    await put('notes/package.json', 'broken')
    expect(await check()).toEqual({'unknown-role': 'info'})
    await putConfig('notes/package.json', {chatmd: {}})
    expect(await check()).toEqual(usual)
  })

  test('should be the one that is named', async () => {
    await putConfig('my.json', {rules})
    expect(await check('--config=../my.json')).toEqual({'unknown-role': 'info'})
  })
})

describe('extends', () => {
  test('should go before what is extended, file by file', async () => {
    await putConfig('base/a.json', {
      rules: {'unknown-role': 'warning', 'misspelled-key': 'error'}
    })
    await putConfig('base/b.json', {
      extends: './a.json',
      rules: {'unknown-role': 'info'}
    })
    await putConfig('notes/chatmd.config.json', {
      extends: ['../base/b.json'],
      rules: {'misspelled-key': 'off'}
    })
    expect(await check()).toEqual({'unknown-role': 'info'})
  })

  test('should find a package', async () => {
    await putConfig('node_modules/x/package.json', {main: 'chat.json'})
    await putConfig('node_modules/x/chat.json', {rules})
    await putConfig('notes/chatmd.config.json', {extends: 'x'})
    expect(await check()).toEqual({'unknown-role': 'info'})
  })

  test.each([
    ['./none.json', 'none.json`: no such file'],
    ['none', 'Cannot find `none`'],
    ['./chatmd.config.json', 'Unexpected `extends` of']
  ])('should refuse %s', async (name, reason) => {
    await putConfig('chatmd.config.json', {extends: name})
    const {code, stderr} = await run(['check', '.'])
    expect(code).toBe(2)
    expect(stderr).toContain(reason)
  })
})

describe('overrides', () => {
  test('should apply in order, to files of their patterns', async () => {
    await putConfig('chatmd.config.json', {
      overrides: [
        {files: 'notes', rules: {'unknown-role': 'info'}},
        {files: ['*.md', '!b.md'], rules: {'misspelled-key': 'off'}},
        {files: 'other', rules: {'unknown-role': 'off'}}
      ]
    })
    expect(await check()).toEqual({'unknown-role': 'info'})
  })

  test('should start from the folder of the file', async () => {
    await putConfig('notes/base.json', {
      overrides: [{files: '/a.md', rules: {'unknown-role': 'off'}}]
    })
    await putConfig('chatmd.config.json', {extends: './notes/base.json'})
    expect(await check()).toEqual({'misspelled-key': 'warning'})
    await put('a.md', note)
    expect((await run(['check', 'a.md'])).stdout).toContain('unknown-role')
  })
})

describe('the command line', () => {
  test('should go before the settings', async () => {
    await putConfig('chatmd.config.json', {
      level: 'error',
      rules: {'misspelled-key': 'off'},
      overrides: [{files: '*', rules: {'unknown-role': 'warning'}}]
    })
    expect(await check()).toEqual({'unknown-role': 'warning'})
    expect(await check('--off=unknown-role')).toEqual({})
    expect(await check('--only=misspelled-key')).toEqual({
      'misspelled-key': 'warning'
    })
  })

  test('should take the level of the settings', async () => {
    await put('a.md', note)
    await putConfig('chatmd.config.json', {level: 'error'})
    expect((await run(['check', 'a.md'])).stdout).not.toContain('misspelled')
  })
})

test('should leave out what the settings ignore, by their folder', async () => {
  await put('notes/a.md', note)
  await put('a.md', note)
  await putConfig('chatmd.config.json', {ignore: '/a.md'})
  const {stdout} = await run(['check', '.'])
  expect(stdout).toMatch(/^notes\/a\.md:/)
  expect(stdout).not.toMatch(/^a\.md:/m)
})

test.each([
  ['{', 'Cannot read `'],
  ['[]', 'chatmd.config.json`: expected an object\n'],
  ['{"rule": {}, "r": 1}', 'chatmd.config.json`: unknown key `rule`, `r`\n'],
  ['{"rules": []}', 'at `rules`: expected an object\n'],
  ['{"overrides": {}}', 'at `overrides`: expected a list\n'],
  ['{"$schema": 1}', 'at `$schema`: expected a string\n'],
  ['{"ignore": [1]}', 'at `ignore`: expected a string, or a list of strings\n'],
  [
    '{"rules": {"unknown-role": "bad"}}',
    'at `rules.unknown-role`: expected `off`, `info`, `warning`, `error`\n'
  ],
  ['{"rules": {"unknown-rol": "off"}}', 'expected `unknown-role`'],
  [
    '{"overrides": [{"files": "*", "rules": {"nope": "off"}}]}',
    'Unexpected rule `nope`'
  ]
])('should refuse the settings %s', async (value, reason) => {
  await put('chatmd.config.json', value)
  const {code, stdout, stderr} = await run(['check', '.'])
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toContain(reason)
})
