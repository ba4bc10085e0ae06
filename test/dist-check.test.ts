import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, writeFileSync} from 'node:fs'
import {chmod, mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const faulty =
  'Hi\n\n<hr class="__chatgpt_plugin">\n\n### role::bot\n\n你好 👋\n'
const problem =
  ':5:11: error: Unexpected role `bot`, expected `assistant`, `developer`, or `user`: ChatGPT MD cannot send this note (unknown-role)\n'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'chatmd-'))
  // Note: another user looks into it.
  await chmod(cwd, 0o755)
})

afterEach(async () => {
  await rm(cwd, {recursive: true})
}, 300_000)

function put(path: string, value: string | Uint8Array = faulty) {
  return writeFile(join(cwd, path), value)
}

interface Given {
  input?: string
  env?: Record<string, string>
  uid?: number
}

function run(argv: Array<string>, {input = '', env = {}, uid}: Given = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [cli, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    env: {...process.env, ...env},
    maxBuffer: 1e9,
    ...(uid !== undefined && {uid})
  })
  return {code: status, stdout, stderr}
}

/** Run a command line of a shell, in which `"$@"` is chatmd. */
function runShell(script: string) {
  const argv = ['-c', script, 'sh', process.execPath, cli]
  const options = {cwd, encoding: 'utf8', maxBuffer: 1e9} as const
  const {status, stdout, stderr} = spawnSync('sh', argv, options)
  return {code: status, stdout, stderr}
}

const isLinux = process.platform === 'linux'
const linuxTest = test.skipIf(!isLinux)

describe('check', () => {
  test('should report on stdout, and sum up on stderr', async () => {
    await put('a.md')
    await put('b.md', 'Bread\n')
    await put('empty.md', '')
    expect(run(['check', '.'])).toEqual({
      code: 1,
      stdout: `a.md${problem}`,
      stderr: '1 chat checked, 2 other notes skipped, 1 error.\n'
    })
  })

  test('should read stdin', () => {
    const {stdout} = run(['check', '-', '--format=json'], {input: faulty})
    expect(JSON.parse(stdout).files[0].path).toBe('<stdin>')
  })

  test('should say what is no UTF-8', async () => {
    await put('a.md', Uint8Array.of(0x61, 0xff))
    const {code, stdout} = run(['check', 'a.md'])
    expect(code).toBe(2)
    expect(stdout).toContain('Cannot read file: it is not UTF-8, see byte 1')
  })

  test('should mend a note in place', async () => {
    await put('a.md', 'role::user\n\n```\n<hr class="__chatgpt_plugin">\n```\n')
    const {code, stderr} = run(['check', '--fix', 'a.md'])
    expect({code, stderr}).toEqual({
      code: 0,
      stderr: '1 chat checked, 1 mended, no problems.\n'
    })
  })

  linuxTest('should take every name', async () => {
    const names = ['-a.md', 'no\nne.md', '你👋.md', ' .md', '"\'`$(x)\\.md']
    for (const name of names) await put(name)
    await mkdir(join(cwd, 'x.md'))
    await symlink(join(cwd, 'loop.md'), join(cwd, 'loop.md'))
    await symlink(cwd, join(cwd, 'x.md/up.md'))
    const {code, stdout} = run(['check', '.', '--format=json'])
    expect(code).toBe(1)
    const {files} = JSON.parse(stdout)
    expect(files.map(({path}: {path: string}) => path)).toEqual(names.sort())
  })

  linuxTest('should say what may not be read', async () => {
    await mkdir(join(cwd, 'shut'))
    await put('a.md')
    await put('b.md')
    await chmod(join(cwd, 'a.md'), 0o000)
    await chmod(join(cwd, 'shut'), 0o000)
    // Note: root may read all, so another user has to ask.
    const user = process.getuid?.() === 0 ? {uid: 65534} : {}
    const {code, stdout} = run(['check', '.'], user)
    await chmod(join(cwd, 'shut'), 0o755)
    expect(code).toBe(2)
    expect(stdout).toBe(
      [
        'a.md:1:1: error: Cannot read file: permission denied (unreadable-file)\n',
        `b.md${problem}`,
        'shut:1:1: error: Cannot read folder: permission denied (unreadable-file)\n'
      ].join('')
    )
  })

  linuxTest('should say that the disk is full', async () => {
    await put('a.md')
    expect(runShell('"$@" check . > /dev/full')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'chatmd: Cannot write: ENOSPC: no space left on device, write\n'
    })
  })

  test('should end when the reader goes away, and not with success', async () => {
    const delimiter = '<hr class="__chatgpt_plugin">'
    const long = `${delimiter}\n\n### role::bot\n\nHi\n\n`.repeat(5000)
    for (const name of ['a', 'b', 'c']) await put(`${name}.md`, long)
    const child = spawn(process.execPath, [cli, 'check', '.'], {cwd})
    await once(child.stdout, 'readable')
    child.stdout.destroy()
    const [stderr, [code]] = await Promise.all([
      text(child.stderr),
      once(child, 'close')
    ])
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
  })
})

describe('other commands', () => {
  test('should run', async () => {
    await put('a.md')
    expect(run(['rules']).stdout).toContain('unknown-role')
    expect(run(['explain', 'unknown-role']).stdout).toMatch(/^unknown-role\n/)
    expect(run(['explain', 'round-trip']).stdout).toMatch(/^round-trip\n/)
    expect(run(['stats', '.']).stdout).toMatch(/^Chats +1\n/)
    expect(run(['show', 'a.md']).stdout).toBe(
      'user\n  Hi\n\nbot\n  你好 👋\n\n'
    )
    expect(run(['completion', 'bash']).stdout).toContain('_chatmd()')
  })
})

// Note: `script` of util-linux makes a terminal.
describe.skipIf(!isLinux)('terminal', () => {
  function runInTerminal(command: string) {
    const inner = `stty cols 40; '${process.execPath}' '${cli}' ${command}`
    const options = {cwd, encoding: 'utf8', maxBuffer: 1e9} as const
    const env = {...process.env}
    delete env.NO_COLOR
    delete env.FORCE_COLOR
    return spawnSync('script', ['-qec', inner, '/dev/null'], {...options, env})
  }

  test('should show a report for people, as wide as it is', async () => {
    await put('a.md', faulty.replace('###', '#'.repeat(60)))
    const {status, stdout} = runInTerminal('check .')
    expect(status).toBe(1)
    expect(stdout).toContain('\u001b[31merror\u001b[39m')
    const frame = stdout.split('\r\n')[1] ?? ''
    expect(frame).toMatch(/^ {2}5 \| …#+ role::bot$/)
    expect(frame.length).toBeLessThanOrEqual(40)
  })

  test('should have no color if told so', async () => {
    await put('a.md')
    const {stdout} = runInTerminal('check . --format=pretty | cat')
    expect(stdout).toContain('a.md:5:11 error Unexpected')
    expect(stdout).not.toContain('\u001b')
    const forced = run(['check', '.', '--format=pretty'], {
      env: {FORCE_COLOR: '1', NO_COLOR: ''}
    })
    expect(forced.stdout).toContain('\u001b[31m')
  })

  test('should wrap a chat', async () => {
    await put('a.md', `role::user\n\n${'word '.repeat(20)}\n`)
    const {stdout} = runInTerminal('show a.md')
    expect(stdout).toContain('\u001b[1;36muser\u001b[0m\r\n')
    const widths = stdout.split('\r\n').map(line => line.length)
    expect(Math.max(...widths.slice(1))).toBeLessThanOrEqual(40)
  })
})

describe('50,000 files', () => {
  test('should be checked, with progress in a terminal', () => {
    const names = Array.from(
      {length: 50_000},
      (_, index) => `${index % 50}/${index}.md`
    )
    for (let folder = 0; folder < 50; folder++) {
      mkdirSync(join(cwd, String(folder)))
    }
    const note = 'role::user\n\nHi\n'
    for (const name of names) writeFileSync(join(cwd, name), note)
    const stderr = '50,000 chats checked, no problems.\n'
    const input = names.map(name => `${name}\0`).join('')
    const argv = ['check', '--files-from=-']
    expect(run(argv, {input})).toEqual({code: 0, stdout: '', stderr})
    if (!isLinux) return
    const inner = `'${process.execPath}' '${cli}' check . > out.txt`
    const options = {cwd, encoding: 'utf8', maxBuffer: 1e9} as const
    const shown = spawnSync('script', ['-qec', inner, '/dev/null'], options)
    expect(shown.status).toBe(0)
    expect(shown.stdout).toMatch(/^\r\d+ of 50000 files/)
    const clear = '\r\u001b[K'
    expect(shown.stdout.split(clear)).toEqual([
      expect.stringMatching(/^(?:\r\d+ of 50000 files)+$/),
      stderr.replace('\n', '\r\n')
    ])
  })
})
