import {chmod, mkdir, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}
import {asNobody, cwd, put, run, useFolder} from './util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'
const good = `---\nmodel: gpt-4o\n---\n\nHi\n\n${delimiter}\n\n### role::assistant<span style="font-size: small;"> (gpt-4o)</span>\n\nHello! 你好 👋\n`
const bad = `Hi\n\n${delimiter}\n\n### role::bot\n\nHello!\n`
useFolder()

describe('usage', () => {
  test.each(['--version', '-v'])(
    'should print the version for %s',
    async flag => {
      expect(await run([flag])).toEqual({
        code: 0,
        stdout: `${packageJson.version}\n`,
        stderr: ''
      })
    }
  )

  test.each(['--help', '-h'])('should print the usage for %s', async flag => {
    const {code, stdout, stderr} = await run([flag])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toContain('USAGE chatmd [OPTIONS] check|convert')
    expect(stdout).not.toContain('\u001b')
  })

  test.each(['check', 'convert'])(
    'should print the usage of `%s`',
    async name => {
      const {code, stdout, stderr} = await run([name, '--help'])
      expect({code, stderr}).toEqual({code: 0, stderr: ''})
      expect(stdout).toContain(`USAGE chatmd ${name} [OPTIONS] <FILES>`)
      expect(await run([name, '-h'])).toEqual({code, stdout, stderr})
    }
  )

  test('should say every option in the usage of a command', async () => {
    expect((await run(['check', '-h'])).stdout).toMatch(
      /--format=<pretty\|compact[\s\S]*--off=<rule[\s\S]*--fix[\s\S]*-h, --help/
    )
    expect((await run(['convert', '-h'])).stdout).toContain('--to=<format>')
  })

  test.each([[[]], [['--']]])('should ask for a command: %j', async argv => {
    const {code, stdout, stderr} = await run(argv)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain('USAGE chatmd')
  })

  test.each([
    [['chekc'], 'Unexpected command `chekc`, expected `check`\n'],
    [['sow'], 'Unexpected command `sow`, expected `show`\n'],
    [['constructor'], 'Unexpected command `constructor`'],
    [[''], 'Unexpected command ``'],
    [['\u001b[31mx'], 'Unexpected command `\\u001b[31mx`'],
    [['--bogus'], "Unknown option '--bogus'"],
    [['check', '--bogus', 'a.md'], "Unknown option '--bogus'"],
    [['check', '--off'], "'--off <value>' argument missing"],
    [['check', '--fix=yes', 'a.md'], "'--fix' does not take"],
    [['check', '--ofd', 'x', 'a.md'], 'option `--ofd`, expected `--off`'],
    [
      ['check', '--fixx', 'a.md'],
      'Unexpected option `--fixx`, expected `--fix`'
    ],
    [['convert', '--quiet', 'a.md'], "Unknown option '--quiet'"],
    [['check'], 'Unexpected end, expected a file, folder, or pattern'],
    [['convert', '--to', 'json'], 'Unexpected end, expected a file'],
    [
      ['check', '--off', 'nope', 'a.md'],
      'Unexpected rule `nope`, expected one'
    ],
    [['check', '--off', 'toString', 'a.md'], 'Unexpected rule `toString`'],
    [
      ['convert', '--to', 'xml', 'a.md'],
      'Unexpected `--to xml`, expected `md`, `json`'
    ]
  ])('should refuse wrong use: %j', async (argv, reason) => {
    await put('a.md', bad)
    const {code, stdout, stderr} = await run(argv)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(`chatmd: `)
    expect(stderr).toContain(reason)
    expect(stderr).toMatch(/\nRun `chatmd.* --help` for the usage\.\n$/)
  })

  test('should name the command in the hint', async () => {
    expect((await run(['check', '-x'])).stderr).toContain('chatmd check --help')
    expect((await run(['-x'])).stderr).toContain('`chatmd --help`')
  })

  test('should list the known rules when a rule is not known', async () => {
    const {stderr} = await run(['check', '--off', 'unknown-rol', 'a.md'])
    expect(stderr).toContain('`unknown-role`')
  })
})

describe('files', () => {
  async function names(...argv: Array<string>) {
    const {stdout} = await run(['convert', ...argv])
    return stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line).file)
  }

  test('should take a folder as every note below it', async () => {
    await put('vault/b.md', good)
    await put('vault/a/c.MD', good)
    await put('vault/.draft.md', good)
    await put('vault/c.txt', good)
    await put('vault/.obsidian/d.md', good)
    await put('vault/a/.trash/x/d.md', good)
    await put('vault/a/node_modules/x/d.md', good)
    const expected = ['vault/.draft.md', 'vault/a/c.MD', 'vault/b.md']
    expect(await names('vault')).toEqual(expected)
    expect(await names('vault/')).toEqual(expected)
    expect(await names(join(cwd, 'vault'))).toEqual(expected)
    expect(await names('.')).toEqual(expected)
    expect(await names('vault/.obsidian')).toEqual(['vault/.obsidian/d.md'])
  })

  test('should take a pattern', async () => {
    await put('vault/b.md', good)
    await put('vault/a/c.md', good)
    await put('vault/a/c.txt', good)
    await put('vault/node_modules/x/d.md', good)
    expect(await names('vault/**/*.md')).toEqual(['vault/a/c.md', 'vault/b.md'])
    expect(await names('vault/{a,b}/*.{md,txt}')).toEqual([
      'vault/a/c.md',
      'vault/a/c.txt'
    ])
    expect(await names(`${cwd}/vault/*.md`)).toEqual(['vault/b.md'])
    expect(await names('vault/node_modules/**/*.md')).toEqual([
      'vault/node_modules/x/d.md'
    ])
  })

  test('should take what exists literally, pattern or not', async () => {
    await put('[a] (b){c}!.md', good)
    await put('a.md', good)
    await put('[b]/b.md', good)
    await put('b/a.md', good)
    const {code, stdout} = await run(['convert', '[a] (b){c}!.md'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).config).toEqual({model: 'gpt-4o'})
    expect(await names('[b]')).toEqual(['[b]/b.md'])
  })

  test('should sort files, and take each once', async () => {
    await put('b.md', good)
    await put('a.md', good)
    expect(await names('b.md', '*.md', './a.md', join(cwd, 'b.md'))).toEqual([
      'a.md',
      'b.md'
    ])
  })

  test('should name a file outside of the working folder', async () => {
    await put('a.md', good)
    await put('in/b.md', good)
    const argv = ['convert', '../a.md', 'b.md']
    const {stdout} = await run(argv, {folder: 'in'})
    expect(stdout.match(/"file":"[^"]+"/g)).toEqual([
      '"file":"../a.md"',
      '"file":"b.md"'
    ])
  })

  test('should take a file with a name like an option after `--`', async () => {
    await put('-a.md', good)
    await put('b.md', good)
    expect(await names('--', '-a.md', 'b.md')).toEqual(['-a.md', 'b.md'])
  })

  test.each(['vault', 'vault/**/*.md'])(
    'should take links to files and no links to folders in %s',
    async name => {
      await put('vault/a.md', good)
      await put('other/b.md', good)
      await link('vault', 'vault/loop')
      await link('other', 'vault/other')
      await link('other', 'vault/other.md')
      await link('other/b.md', 'vault/b.md')
      await link('none.md', 'vault/none.md')
      expect(await names(name)).toEqual(['vault/a.md', 'vault/b.md'])
    }
  )

  test('should take a folder that is named by a link', async () => {
    await put('vault/a.md', good)
    await link('vault', 'link')
    expect(await names('link')).toEqual(['link/a.md'])
  })

  function link(to: string, path: string) {
    const type = to.endsWith('.md') ? 'file' : 'junction'
    return symlink(join(cwd, to), join(cwd, path), type)
  }

  // Note: Windows has no such modes.
  const modesTest = test.skipIf(process.platform === 'win32')

  modesTest.each([
    ['vault', 'vault/shut'],
    ['vault/shut', 'vault/shut'],
    ['vault/**/*.md', 'vault/shut'],
    ['vault/shut/*.md', 'vault/shut']
  ])('should say that a folder in %s cannot be read', async (name, folder) => {
    await put('vault/a.md', good)
    await put('vault/shut/b.md', good)
    await chmod(cwd, 0o755)
    await chmod(join(cwd, folder), 0o000)
    for (const command of ['check', 'convert']) {
      const done = await asNobody(() => run([command, name]))
      expect(done.code).toBe(2)
      expect(done[command === 'check' ? 'stdout' : 'stderr']).toMatch(
        /vault\/shut:.* Cannot read folder: permission denied/
      )
    }
    await chmod(join(cwd, folder), 0o755)
  })

  modesTest('should say that the working folder cannot be read', async () => {
    await chmod(cwd, 0o000)
    const {code, stdout} = await asNobody(() => run(['check', '.']))
    await chmod(cwd, 0o755)
    expect({code, stdout}).toEqual({
      code: 2,
      stdout:
        '.:1:1: error: Cannot read folder: permission denied (unreadable-file)\n'
    })
  })

  test.each([
    ['none.md', 'no such file'],
    ['a.md/b.md', 'no such file'],
    ['*.markdown', 'no file matches'],
    ['empty', 'expected a `.md` file in it'],
    ['', 'expected a file']
  ])('should refuse what matches nothing: `%s`', async (name, reason) => {
    await put('a.md', good)
    await mkdir(join(cwd, 'empty'))
    const message = `Cannot read file: ${reason}`
    const check = await run(['check', name])
    expect({...check, stderr: ''}).toEqual({
      code: 2,
      stdout: `${name || "''"}:1:1: error: ${message} (unreadable-file)\n`,
      stderr: ''
    })
    expect(await run(['convert', name])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${name || "''"}: ${message}\n`
    })
  })

  test.each([
    ['UTF-16, little-endian', [0xff, 0xfe, 0x48, 0], 'it is UTF-16, expected'],
    ['UTF-16, big-endian', [0xfe, 0xff, 0, 0x48], 'it is UTF-16, expected'],
    ['Latin 1', [0x63, 0x61, 0x66, 0xe9, 0x21], 'not UTF-8, see byte 4 '],
    ['a lone continuation', [0x61, 0x62, 0x80], 'not UTF-8, see byte 2 '],
    ['a character that is cut', [0x61, 0xe4, 0xbd], 'not UTF-8, see byte 3 ']
  ])('should refuse %s', async (_name, value, reason) => {
    await put('a.md', Uint8Array.from(value))
    const {code, stdout, stderr} = await run(['convert', 'a.md'])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(/^a\.md: /)
    expect(stderr).toContain(reason)
  })

  test('should say why a file cannot be read', async () => {
    const stdin = failToRead(Object.assign(new Error('x'), {code: 'EACCES'}))
    expect(await read(stdin)).toContain('Cannot read file: permission denied')
    expect(await read(failToRead(new Error('EIO: no')))).toContain('EIO: no')
    expect(await read(failToRead('odd'))).toContain('odd')
  })

  // biome-ignore lint/correctness/useYield: it fails before there is a byte.
  async function* failToRead(error: unknown): AsyncGenerator<Uint8Array> {
    throw error
  }

  async function read(stdin: AsyncIterable<Uint8Array>) {
    const {code, stdout} = await run(['check', '-'], {stdin})
    expect(code).toBe(2)
    return stdout
  }
})
