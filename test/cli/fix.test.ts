import {execFileSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {chmod, lstat, readdir, stat, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {asNobody, cwd, failWith, get, put, run, useFolder} from '../util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'
const spaced = delimiter.replace('hr ', 'hr  ')
const start = `Hi\n\n${delimiter}\n\n### role::assistant\n\n`
const faulty = `${start}\`\`\`\n${delimiter}\n\`\`\`\n`
const mended = `${start}\`\`\`\n${spaced}\n\`\`\`\n`
const unsafe = `---\nmax_token: 5\n---\n\n${start}Hello!\n`

useFolder()

afterEach(() => {
  vi.restoreAllMocks()
})

describe('--fix', () => {
  test('should mend a note, and report the rest', async () => {
    await put('a.md', `${faulty}\n${delimiter}\n\n### role::bot\n`)
    const {code, stdout, stderr} = await run(['check', 'a.md', '--fix'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^a\.md:13:11: error: .* \(unknown-role\)\n$/)
    expect(stderr).toBe('1 chat checked, 1 error, 1 mended.\n')
    expect(await get('a.md')).toBe(`${mended}\n${delimiter}\n\n### role::bot\n`)
  })

  test('should leave a good note as it is', async () => {
    await put('a.md', mended)
    const before = await stat(join(cwd, 'a.md'))
    const {code, stderr} = await run(['check', 'a.md', '--fix'])
    expect({code, stderr}).toEqual({
      code: 0,
      stderr: '1 chat checked, no problems.\n'
    })
    expect((await stat(join(cwd, 'a.md'))).mtimeMs).toBe(before.mtimeMs)
  })

  test('should keep the byte order mark and other line endings', async () => {
    const windows = faulty.replaceAll('\n', '\r\n')
    await put('a.md', `\ufeff${windows}`)
    await run(['check', 'a.md', '--fix'])
    expect(await get('a.md')).toBe(`\ufeff${mended.replaceAll('\n', '\r\n')}`)
  })

  test('should mend no rule that is off', async () => {
    await put('a.md', faulty)
    const argv = ['check', 'a.md', '--fix', '--off=delimiter-in-code']
    await run([...argv, '--off=fenced-delimiter'])
    expect(await get('a.md')).toBe(faulty)
  })

  test('should leave all but chats alone', async () => {
    const page = `\`\`\`\n${delimiter}\n\`\`\`\n\nA delimiter.\n`
    await put('a.md', page)
    await run(['check', '.', '--fix'])
    expect(await get('a.md')).toBe(page)
  })

  test('should make a risky fix only when told to', async () => {
    await put('a.md', unsafe)
    await run(['check', 'a.md', '--fix'])
    expect(await get('a.md')).toBe(unsafe)
  })

  test('should refuse stdin at once', async () => {
    const done = await run(['check', '-', '--fix'], {stdin: faulty})
    expect({...done, stderr: ''}).toEqual({code: 2, stdout: '', stderr: ''})
    expect(done.stderr).toMatch(
      'Cannot mend stdin, expected a file, or `--diff`'
    )
  })
})

// Note: Windows has no such modes and links.
describe.skipIf(process.platform === 'win32')('writing', () => {
  test('should keep the mode, and the link to a note', async () => {
    await put('vault/a.md', faulty)
    await chmod(join(cwd, 'vault/a.md'), 0o640)
    await symlink(join(cwd, 'vault/a.md'), join(cwd, 'b.md'))
    await run(['check', 'b.md', '--fix'])
    expect(await get('vault/a.md')).toBe(mended)
    expect((await lstat(join(cwd, 'b.md'))).isSymbolicLink()).toBe(true)
    expect((await stat(join(cwd, 'vault/a.md'))).mode & 0o777).toBe(0o640)
    expect(await readdir(join(cwd, 'vault'))).toEqual(['a.md'])
  })

  test('should write a note with the longest name', async () => {
    const name = `${'a'.repeat(252)}.md`
    await put(name, faulty)
    expect((await run(['check', '.', '--fix'])).code).toBe(0)
    expect(await get(name)).toBe(mended)
  })

  test.each([
    ['a note', 'vault/a.md', 0o444],
    ['a folder', 'vault', 0o555]
  ])('should say that %s may not be written', async (_name, path, mode) => {
    await put('vault/a.md', faulty)
    await chmod(cwd, 0o755)
    await chmod(join(cwd, path), mode)
    const argv = ['check', 'vault/a.md', '--fix']
    const {code, stdout} = await asNobody(() => run(argv))
    await chmod(join(cwd, path), 0o755)
    expect(code).toBe(2)
    expect(stdout).toContain(
      'vault/a.md:1:1: error: Cannot mend file: permission denied (unwritable-file)\n'
    )
    expect(stdout).toContain('(delimiter-in-code)')
    expect(await get('vault/a.md')).toBe(faulty)
    expect(await readdir(join(cwd, 'vault'))).toEqual(['a.md'])
  })
})

test('should not write over a change that comes while it checks', async () => {
  await put('a.md', faulty)
  const read = vi.spyOn(Buffer.prototype, 'equals')
  read.mockImplementationOnce(function (this: Buffer) {
    writeFileSync(join(cwd, 'a.md'), 'new')
    return false
  })
  const {code, stdout} = await run(['check', 'a.md', '--fix'])
  expect(code).toBe(2)
  expect(stdout).toContain(
    'Cannot mend file: it changed while it was checked (unwritable-file)'
  )
  expect(await get('a.md')).toBe('new')
})

describe('--diff', () => {
  test('should show what would change, and change nothing', async () => {
    await put('a b.md', faulty)
    const done = await run(['check', 'a b.md', '--diff'])
    expect({...done, stdout: ''}).toEqual({
      code: 1,
      stdout: '',
      stderr: '1 note of 1 chat would be mended.\n'
    })
    expect(done.stdout).toBe(
      [
        '--- a/a b.md',
        '+++ b/a b.md',
        '@@ -4,6 +4,6 @@',
        ' ',
        ' ### role::assistant',
        ' ',
        ' ```',
        `-${delimiter}`,
        `+${spaced}`,
        ' ```\n'
      ].join('\n')
    )
    expect(await get('a b.md')).toBe(faulty)
  })

  test('should succeed if nothing would change', async () => {
    await put('a.md', mended)
    await put('b.md', unsafe)
    expect(await run(['check', '.', '--diff'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '0 notes of 2 chats would be mended.\n'
    })
  })

  test('should take stdin', async () => {
    const argv = ['check', '-', '--diff', '--fix', '--stdin-filename=a.md']
    const {code, stdout} = await run(argv, {stdin: faulty})
    expect(code).toBe(1)
    expect(stdout).toContain('--- a/a.md\n')
  })

  test('should keep files that cannot be read out of the data', async () => {
    expect(await run(['check', 'a\u202e.md', '--diff'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'a\\u202e.md: Cannot read file: no such file\n0 notes of 0 chats would be mended.\n'
    })
  })

  test('should fail when it cannot be written', async () => {
    await put('a.md', faulty)
    const argv = ['check', 'a.md', '--diff']
    expect((await run(argv, {stdout: failWith('ENOSPC')})).code).toBe(2)
    expect((await run(argv, {stdout: failWith('EPIPE')})).code).toBe(1)
  })

  // Note: Windows has no such names.
  test.skipIf(process.platform === 'win32').each([
    ['a b.md', faulty],
    ['no "quotes"\t\\.md', faulty],
    ['你好 👋.md', faulty.trimEnd()],
    ['-a.md', faulty.replaceAll('\n', '\r\n')],
    ['lines\nof.md', faulty]
  ])('should be a patch that git applies: %j', async (name, value) => {
    await put(name, value)
    const {stdout} = await run(['check', '--diff', '--', name])
    execFileSync('git', ['init', '-q'], {cwd})
    execFileSync('git', ['apply', '-'], {cwd, input: stdout})
    expect(await get(name)).toBe(
      value.replace(
        `\`\`\`${value.includes('\r') ? '\r' : ''}\n<hr `,
        match => `${match} `
      )
    )
  })
})
