import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cp, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {afterAll, beforeAll, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const note =
  '\ufeffHi\r\n\n<hr class="__chatgpt_plugin">\n\nrole::assistant\n\n你好 👋'

let cwd: string

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'chatmd-'))
  await writeFile(join(cwd, 'a.md'), note)
  await writeFile(join(cwd, 'big.md'), `${'Hello! '.repeat(9)}\n`.repeat(1e5))
})

afterAll(async () => {
  await rm(cwd, {recursive: true})
})

function start(argv: Array<string>, cli = join(dist, 'cli.js')) {
  return spawn(process.execPath, [cli, ...argv], {cwd})
}

async function finish(child: ReturnType<typeof start>) {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close')
  ])
  return {code, stdout, stderr}
}

async function run(argv: Array<string>, stdin = '') {
  const child = start(argv)
  child.stdin.end(stdin)
  return finish(child)
}

test('should print its version', async () => {
  expect(await run(['--version'])).toEqual({
    code: 0,
    stdout: `${packageJson.version}\n`,
    stderr: ''
  })
})

test('should need nothing installed', async () => {
  await writeFile(join(cwd, 'package.json'), '{"type": "module"}')
  const cli = join(cwd, 'cli.js')
  await cp(join(dist, 'cli.js'), cli)
  await cp(join(dist, 'cli'), join(cwd, 'cli'), {recursive: true})
  expect((await finish(start(['check', 'a.md'], cli))).code).toBe(0)
  expect((await finish(start(['convert', '*.md'], cli))).code).toBe(0)
})

test('should load a command only when asked for', async () => {
  const cli = await readFile(join(dist, 'cli.js'), 'utf8')
  expect(cli).toMatch(/import\("\.\/cli\/check-\w+\.js"\)/)
})

test.skipIf(process.platform === 'win32')('should be executable', async () => {
  const cli = join(dist, 'cli.js')
  expect((await stat(cli)).mode & 0o111).toBe(0o111)
  expect(await readFile(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
})

test('should say whose code is in it', async () => {
  const notices = await readFile(join(dist, 'cli.LICENSES.txt'), 'utf8')
  for (const name of ['citty', 'ignore', 'tinyglobby', 'zod']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d.* \\(MIT\\)$`, 'm'))
  }
})

test('should fail with 2 on wrong use', async () => {
  expect((await run([])).code).toBe(2)
  expect((await run(['--bogus'])).code).toBe(2)
  expect((await run(['check', 'none.md'])).code).toBe(2)
})

test('should convert a note to JSON', async () => {
  const {code, stdout} = await run(['convert', 'a.md'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout).turns).toHaveLength(2)
})

test('should convert a note to a tree and back, through pipes', async () => {
  const tree = await run(['convert', '-', '--to', 'tree'], note)
  expect(tree.code).toBe(0)
  const {code, stdout} = await run(['convert', '--to', 'md', '-'], tree.stdout)
  expect(code).toBe(0)
  // Note: `text` takes a byte order mark off.
  expect(`\ufeff${stdout}`).toBe(note)
})

test('should end quietly when the reader goes away', async () => {
  const child = start(['convert', 'big.md'])
  await once(child.stdout, 'readable')
  child.stdout.destroy()
  const [stderr, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'close')
  ])
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
})

test.skipIf(process.platform !== 'linux')(
  'should fail when the disk is full',
  async () => {
    const command = '"$0" "$@" > /dev/full'
    const argv = [process.execPath, join(dist, 'cli.js'), 'convert', 'a.md']
    const child = spawn('sh', ['-c', command, ...argv], {cwd})
    const {code, stderr} = await finish(child)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^chatmd: Cannot write: ENOSPC/)
  }
)

test('should find the plugin by name', async () => {
  const {default: plugin}: typeof import('chatmd/remark') = await import(
    join(dist, 'remark.js')
  )
  const processor = unified().use(remarkParse).use(plugin)
  expect(processor.stringify(processor.parse(note))).toBe(note)
})
