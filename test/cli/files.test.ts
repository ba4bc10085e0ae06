import {execFileSync} from 'node:child_process'
import {mkdir, rm, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {cwd, put, run, useFolder} from '../util/cli.ts'

const faulty =
  'Hi\n\n<hr class="__chatgpt_plugin">\n\n### role::bot\n\nHello!\n'

// Note: Windows has no such names, and asks before it makes links.
const isPosix = process.platform !== 'win32'

useFolder()

/** Names of the notes that are checked. */
async function names(argv: Array<string>, folder = '', stdin = '') {
  const {stdout} = await run(['check', '--format=json', ...argv], {
    folder,
    stdin
  })
  const {files} = JSON.parse(stdout)
  return files.map(({path}: {path: string}) => path)
}

async function putAll(...paths: Array<string>) {
  for (const path of paths) await put(path, faulty)
}

describe('ignored files', () => {
  beforeEach(async () => {
    await putAll('a.md', 'b.md', 'sub/a.md', 'sub/deep/c.md')
  })

  test.each(['.gitignore', '.chatmdignore'])(
    'should be those of %s',
    async file => {
      await put(file, '/a.md\ndeep/\n')
      expect(await names(['.'])).toEqual(['b.md', 'sub/a.md'])
      expect(await names(['a.md', 'b.md'])).toEqual(['b.md'])
      expect(await names(['.', '--no-ignore'])).toHaveLength(4)
    }
  )

  test('should be said by the innermost folder', async () => {
    await put('.gitignore', '*.md\n')
    await put('sub/.chatmdignore', '!a.md\n')
    expect(await names(['.'])).toEqual(['sub/a.md'])
  })

  test('should be said up to the folder of the repository', async () => {
    await put('.gitignore', '*.md\n')
    expect(await names(['.'], 'sub')).toEqual(['a.md', 'deep/c.md'])
    await mkdir(join(cwd, '.git'))
    expect(await names(['.'], 'sub')).toEqual([])
    await mkdir(join(cwd, 'sub/.git'))
    expect(await names(['.'], 'sub')).toEqual(['a.md', 'deep/c.md'])
  })

  test('should be asked for outside of the repository, too', async () => {
    await mkdir(join(cwd, 'sub/.git'))
    await put('.gitignore', 'b.md\n')
    expect(await names(['../a.md', '../b.md'], 'sub')).toEqual(['../a.md'])
  })

  test('should be those of `--ignore`, and of patterns with `!`', async () => {
    expect(await names(['.', '--ignore', 'a.md', '--ignore=deep'])).toEqual([
      'b.md'
    ])
    expect(await names(['.', '!sub', '!/a.md'])).toEqual(['b.md'])
    expect(await names(['**/*.md', '!**/deep/**'])).toEqual([
      'a.md',
      'b.md',
      'sub/a.md'
    ])
    expect(await names(['.', '--no-ignore', '--ignore=sub'])).toHaveLength(2)
  })

  test('should count by where stdin would be', async () => {
    await put('.gitignore', 'b.md\n')
    const argv = ['-', '--stdin-filename']
    expect(await names([...argv, 'a.md'], '', faulty)).toEqual(['a.md'])
    expect(await names([...argv, 'b.md'], '', faulty)).toEqual([])
    expect(await names(['-'], '', faulty)).toEqual(['<stdin>'])
  })
})

describe('a vault of Obsidian', () => {
  beforeEach(async () => {
    await putAll(
      'v/a.md',
      'v/Drafts/b.md',
      'v/x/Log 1.md',
      'v/T/c.md',
      'v/U/d.md'
    )
  })

  test('should leave out its excluded files', async () => {
    const userIgnoreFilters = ['Drafts/', '/log \\d/', '/(/', '', 1]
    await put('v/.obsidian/app.json', JSON.stringify({userIgnoreFilters}))
    expect(await names(['.'])).toEqual(['v/T/c.md', 'v/U/d.md', 'v/a.md'])
    expect(await names(['.'], 'v/Drafts')).toEqual(['b.md'])
    expect(await names(['.', '--no-ignore'])).toHaveLength(5)
  })

  test('should leave out its templates', async () => {
    await put('v/.obsidian/templates.json', '{"folder": "T"}')
    await put(
      'v/.obsidian/plugins/templater-obsidian/data.json',
      '{"templates_folder": "U"}'
    )
    expect(await names(['v'])).toEqual([
      'v/Drafts/b.md',
      'v/a.md',
      'v/x/Log 1.md'
    ])
  })

  test.each(['broken', '[]', 'null', '{"userIgnoreFilters": "a"}'])(
    'should be read with the settings %s',
    async value => {
      await put('v/.obsidian/app.json', value)
      expect(await names(['v'])).toHaveLength(5)
    }
  )
})

describe('--files-from', () => {
  test.each([
    ['lines', 'a.md\nsub/b c.md\n'],
    ['lines of Windows', 'a.md\r\nsub/b c.md'],
    ['NUL', 'a.md\0sub/b c.md\0']
  ])('should read names by %s', async (_name, list) => {
    await putAll('a.md', 'sub/b c.md', 'c.md')
    await put('list.txt', list)
    const expected = ['a.md', 'sub/b c.md']
    expect(await names(['--files-from=-'], '', list)).toEqual(expected)
    expect(await names(['--files-from', '../list.txt'], 'sub')).toEqual(
      ['b c.md'].slice(1)
    )
    expect(await names(['--files-from', 'list.txt'])).toEqual(expected)
    expect(await names(['--files-from', 'list.txt', 'c.md'])).toEqual([
      'a.md',
      'c.md',
      'sub/b c.md'
    ])
  })

  test.skipIf(!isPosix)('should take names as they are', async () => {
    const odd = ['!a.md', '-', '--fix.md', '[a].md', 'no\nne.md', '你 👋.md']
    await putAll(...odd, 'a.md')
    const list = odd.map(name => `${name}\0`).join('')
    expect(await names(['--files-from=-'], '', list)).toEqual(odd)
  })

  test('should be empty with success', async () => {
    const {code, stderr} = await run(['check', '--files-from=-'])
    expect({code, stderr}).toEqual({code: 0, stderr: 'No notes to check\n'})
  })

  test('should report what is missing, unless told not to', async () => {
    await putAll('a.md')
    const stdin = 'a.md\ngone.md\n'
    const argv = ['check', '--files-from=-']
    expect((await run(argv, {stdin})).code).toBe(2)
    const {code, stdout} = await run([...argv, '--ignore-missing'], {stdin})
    expect(code).toBe(1)
    expect(stdout).not.toContain('gone.md')
  })

  test('should say that the list cannot be read', async () => {
    const {code, stderr} = await run(['check', '--files-from=none.txt'])
    expect(code).toBe(2)
    expect(stderr).toContain('Cannot read `--files-from`: no such file')
  })

  test('should not share stdin with a note', async () => {
    const {code, stderr} = await run(['check', '-', '--files-from=-'])
    expect(code).toBe(2)
    expect(stderr).toContain('Unexpected `-` with `--files-from -`')
  })
})

describe('git', () => {
  const odd = isPosix
    ? ['a b.md', 'a"b\\.md', 'tab\t.md', 'é你👋.md', '-a.md', 'no\nne.md']
    : ['a b.md', 'é你👋.md', '-a.md']

  function git(...argv: Array<string>) {
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x', ...argv], {
      cwd,
      stdio: 'ignore'
    })
  }

  beforeEach(async () => {
    git('init', '-q', '-b', 'main')
    await putAll('old.md', 'sub/old.md', 'gone.md', 'moved.md')
    git('add', '.')
    git('commit', '-qm', 'one')
  })

  test('should list what differs from the last commit, and what is new', async () => {
    expect(await names(['--changed'])).toEqual([])
    await put('sub/old.md', `${faulty}\n`)
    await putAll(...odd, 'new.markdown')
    await put('data.json', '{}')
    await put('.gitignore', 'ignored.md')
    await putAll('ignored.md')
    await rm(join(cwd, 'gone.md'))
    git('mv', 'moved.md', 'sub/moved to.md')
    expect(await names(['--changed'])).toEqual(
      [...odd, 'new.markdown', 'sub/moved to.md', 'sub/old.md'].sort()
    )
  })

  test('should list what differs from a commit', async () => {
    await putAll('new.md')
    git('add', '.')
    git('commit', '-qm', 'two')
    expect(await names(['--changed'])).toEqual([])
    expect(await names(['--changed=HEAD~1'])).toEqual(['new.md'])
    expect(await names(['--changed=HEAD~1...'])).toEqual(['new.md'])
  })

  test('should list what is staged', async () => {
    await putAll(...odd, 'new.md')
    git('add', '--', ...odd)
    expect(await names(['--staged'])).toEqual([...odd].sort())
  })

  test('should name files from the working folder, in the folders given', async () => {
    await putAll('new.md', 'sub/new.md')
    expect(await names(['--changed'], 'sub')).toEqual(['../new.md', 'new.md'])
    expect(await names(['--changed', '.'], 'sub')).toEqual(['new.md'])
    expect(await names(['--changed', 'new.md'])).toEqual(['new.md'])
    expect(await names(['--changed', '/'])).toEqual(['new.md', 'sub/new.md'])
  })

  test.skipIf(!isPosix)('should take no folders and dead links', async () => {
    await symlink(join(cwd, 'none.md'), join(cwd, 'dead.md'))
    await symlink(join(cwd, 'loop.md'), join(cwd, 'loop.md'))
    await symlink(join(cwd, 'sub'), join(cwd, 'folder.md'))
    expect(await names(['--changed'])).toEqual([])
  })

  test('should tell a file named `--changed` from the option', async () => {
    await putAll('--changed')
    expect(await names(['--', '--changed'])).toEqual(['--changed'])
    expect(await names(['--changed', '--', '--changed'])).toEqual([])
  })

  test.each([
    ['none', /Cannot ask git: fatal: .*none/],
    ['--output=x', /Unexpected `--changed --output=x`, expected a commit/]
  ])('should refuse the commit %s', async (ref, reason) => {
    const {code, stderr} = await run(['check', `--changed=${ref}`])
    expect(code).toBe(2)
    expect(stderr).toMatch(reason)
  })
})

test('should say that there is no repository, and no git', async () => {
  const {code, stderr} = await run(['check', '--staged'])
  expect(code).toBe(2)
  expect(stderr).toMatch(/Cannot ask git: fatal: not a git repository/)
  const {PATH} = process.env
  process.env.PATH = ''
  const without = await run(['check', '--staged'])
  process.env.PATH = PATH
  expect(without.stderr).toContain('Cannot ask git: no such file')
})

test.skipIf(!isPosix)('should say why a file cannot be read', async () => {
  await symlink(join(cwd, 'loop.md'), join(cwd, 'loop.md'))
  await mkdir(join(cwd, 'x.md'))
  const loop = await run(['check', 'loop.md', '--ignore-missing'])
  expect(loop.code).toBe(2)
  expect(loop.stdout).toContain(
    'loop.md:1:1: error: Cannot read file: its links lead in a circle'
  )
  const folder = await run(['check', 'x.md'])
  expect(folder.stdout).toContain('expected a `.md` file in it')
  expect(await names(['.'])).toEqual([])
})
