import {mkdir, readdir, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {cwd, failWith, get, put, run, useFolder} from '../util/cli.ts'

const delimiter = '<hr class="__chatgpt_plugin">'
const good = `---\nmodel: gpt-4o\n---\n\nHi\n\n${delimiter}\n\n### role::assistant\n\nHello! 你好 👋\n`
const short = `role::user\n\nHi\n`

useFolder()

describe('from a note', () => {
  test('should print one as a JSON document', async () => {
    await put('a.md', good)
    const {code, stdout, stderr} = await run(['convert', 'a.md'])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(/^\{\n {2}"config": \{\n[\s\S]*\n\}\n$/)
    expect(JSON.parse(stdout)).toEqual({
      config: {model: 'gpt-4o'},
      turns: [
        {role: 'user', content: 'Hi'},
        {role: 'assistant', content: 'Hello! 你好 👋'}
      ]
    })
  })

  test('should print several as lines, with the file of each', async () => {
    await put('a.md', good)
    await put('sub/b.md', short)
    const {code, stdout, stderr} = await run(['convert', '.'])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    const [a, b, end] = stdout.split('\n')
    expect(a).toMatch(/^\{"file":"a\.md","config":\{.*\},"turns":\[\{.*\}\]\}$/)
    expect(b).toMatch(/^\{"file":"sub\/b\.md","config":\{\},"turns":\[/)
    expect(end).toBe('')
  })

  test('should skip and count notes of a folder that are no chats', async () => {
    await put('a.md', short)
    await put('b.md', 'Bread\n')
    await put('c.md', 'Butter\n')
    const some = await run(['convert', '.'])
    expect(some.stdout.split('\n')).toHaveLength(2)
    expect(some.stderr).toBe(
      'Skipped 2 notes that are no chats; `--all` takes them\n'
    )
    expect(
      (await run(['convert', '.', '--all'])).stdout.split('\n')
    ).toHaveLength(4)
  })

  test('should take a note that is asked for by its name', async () => {
    await put('a.md', 'Bread\n')
    const {stdout} = await run(['convert', 'a.md'])
    expect(JSON.parse(stdout).turns).toEqual([{role: 'user', content: 'Bread'}])
  })

  test('should say of one that it cannot be read, and go on', async () => {
    await put('a.md', Uint8Array.of(0xe9))
    await put('b.md', short)
    const {code, stdout, stderr} = await run(['convert', 'a.md', 'b.md'])
    expect(code).toBe(2)
    expect(stdout).toContain('"file":"b.md"')
    expect(stderr).toBe(
      'a.md: Cannot read file: it is not UTF-8, see byte 1 (counted from 0)\n'
    )
  })

  test('should add the problems of a note to its row', async () => {
    await put('a.md', `${short}\n${delimiter}\n\n### role::asistant\n`)
    const {stdout} = await run(['convert', '--to', 'ndjson', '.'])
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'a.md',
      problems: [{line: 7, column: 11, rule: 'unknown-role', severity: 'error'}]
    })
  })
})

describe('symmetry', () => {
  test.each([
    ['a note', good],
    ['one with a byte order mark and CRLF', `\ufeff${good}\r\n\r\n`],
    ['an empty one', '']
  ])('should turn the tree of %s back into it', async (_name, value) => {
    const tree = await run(['convert', '--to', 'tree', '-'], {stdin: value})
    expect(tree.code).toBe(0)
    const note = await run(['convert', '--from', 'tree', '-'], {
      stdin: tree.stdout
    })
    expect(note).toEqual({code: 0, stdout: value, stderr: ''})
  })

  test.each(['tree', 'json', 'ndjson'])(
    'should turn %s of a folder back into its notes',
    async format => {
      await put('vault/a.md', good)
      await put('vault/sub/b.md', short)
      await run(['convert', '--to', format, 'vault', '-o', 'all.jsonl'])
      const {code, stderr} = await run(['convert', 'all.jsonl', '-o', 'out/'])
      expect(code).toBe(0)
      expect(stderr).toBe(`all.jsonl: read as \`${format}\`, by its shape\n`)
      expect(await get('out/vault/sub/b.md')).toContain('Hi')
      if (format === 'tree') expect(await get('out/vault/a.md')).toBe(good)
    }
  )

  test('should read a tree after a byte order mark', async () => {
    const stdin = '\ufeff{"type":"chat","config":{},"children":[]}'
    const {code, stdout} = await run(['convert', '--to', 'md', '-'], {stdin})
    expect({code, stdout}).toEqual({code: 0, stdout: ''})
  })
})

describe('what cannot be read', () => {
  test.each([
    ['no JSON', 'Hi', 2, 'Cannot read JSON: Unexpected token'],
    ['nothing', '', 2, 'Cannot read JSON: Unexpected end of JSON'],
    ['another value', '[]', 1, 'Expected an object as a tree'],
    [
      'a turn that is none',
      '{"type":"chat","config":{},"children":[{"type":"turn","role":1}]}',
      1,
      'Expected `chat.children[0].role` to be a string'
    ],
    [
      'a role that cannot be written',
      '{"type":"chat","config":{},"children":[{"type":"turn","role":"a b","value":""}]}',
      1,
      'role'
    ],
    [
      'half a surrogate pair',
      '{"type":"chat","config":{},"children":[{"type":"turn","role":"user","value":"\\ud83d"}]}',
      1,
      'Cannot write half a surrogate pair'
    ]
  ])('should refuse %s', async (_name, stdin, code, reason) => {
    const result = await run(['convert', '--from', 'tree', '-'], {stdin})
    expect({code: result.code, stdout: result.stdout}).toEqual({
      code,
      stdout: ''
    })
    expect(result.stderr).toMatch(/^<stdin>: /)
    expect(result.stderr).toContain(reason)
  })

  test('should say that a shape is unknown', async () => {
    await put('a.json', '{"some": "thing"}')
    const {code, stderr} = await run(['convert', 'a.json'])
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'a.json: Unexpected shape, expected `--from` to name it\n'
    })
  })

  test('should report a wrong line with its number, and go on', async () => {
    const row =
      '{"version":1,"file":null,"title":null,"model":null,"temperature":null,"tags":null,"config":"{}","turns":[],"problems":null}'
    await put('a.ndjson', `${row}\n{\n${row}\n`)
    const argv = ['convert', 'a.ndjson', '--from', 'ndjson', '--to', 'json']
    const {code, stdout, stderr} = await run(argv)
    expect(code).toBe(1)
    expect(stdout.split('\n')).toHaveLength(3)
    expect(stderr).toMatch(/^a\.ndjson:2: Cannot read JSON: /)
  })

  test.each([
    [['--to', 'xml', '-'], 'Unexpected `--to xml`, expected `md`, `json`'],
    [['--from', 'turns', '-'], 'Cannot read `turns`, it can be written only'],
    [['--option', 'x', '-'], 'Unexpected `--option x`, expected `name=value`'],
    [
      ['--field', 'x', '-'],
      'Unexpected `--field`, expected it with `--from ndjson`'
    ]
  ])('should refuse %j', async (argv, reason) => {
    const {code, stderr} = await run(['convert', ...argv])
    expect(code).toBe(2)
    expect(stderr).toContain(reason)
  })
})

describe('where it is written', () => {
  test('should write a file for each chat into a folder', async () => {
    await put('a.md', good)
    const argv = ['convert', 'a.md', '--to', 'json', '-o', 'out/']
    expect(await run(argv)).toEqual({code: 0, stdout: '', stderr: ''})
    expect(JSON.parse(await get('out/a.json')).turns).toHaveLength(2)
  })

  test('should write nothing over a file, unless forced', async () => {
    await put('a.md', short)
    await put('a.json', 'mine')
    const argv = ['convert', 'a.md', '-o', 'a.json']
    const {code, stderr} = await run(argv)
    expect(code).toBe(2)
    expect(stderr).toContain('expected none; `--force` replaces it')
    expect(await get('a.json')).toBe('mine')
    expect((await run([...argv, '--force'])).code).toBe(0)
    expect(JSON.parse(await get('a.json')).turns).toHaveLength(1)
    expect((await readdir(cwd)).sort()).toEqual(['a.json', 'a.md'])
  })

  test.each(['../out.md', '/out.md', 'a/../../out.md'])(
    'should write nothing outside the folder for the file `%s`',
    async file => {
      const tree = {file, type: 'chat', config: {}, children: []}
      await put('a/all.jsonl', JSON.stringify(tree))
      await mkdir(join(cwd, 'a/out'))
      const argv = ['convert', 'a/all.jsonl', '-o', 'a/out', '--from', 'tree']
      const {code, stderr} = await run(argv)
      expect(code).toBe(1)
      expect(stderr).toContain('expected one inside the folder')
      expect(await readdir(join(cwd, 'a'), {recursive: true})).toEqual([
        'all.jsonl',
        'out'
      ])
    }
  )

  test('should not follow a link out of the folder', async () => {
    const tree = {file: 'link/a.md', type: 'chat', config: {}, children: []}
    await put('all.jsonl', JSON.stringify(tree))
    await mkdir(join(cwd, 'out'))
    await mkdir(join(cwd, 'away'))
    await symlink(join(cwd, 'away'), join(cwd, 'out/link'))
    const argv = ['convert', 'all.jsonl', '-o', 'out', '--from', 'tree']
    expect((await run(argv)).code).toBe(1)
    expect(await readdir(join(cwd, 'away'))).toEqual([])
  })

  test('should refuse a second note where only one can stand', async () => {
    const tree = {type: 'chat', config: {}, children: []}
    const line = `${JSON.stringify(tree)}\n`
    const {code, stderr} = await run(['convert', '--from', 'tree', '-'], {
      stdin: line + line
    })
    expect(code).toBe(1)
    expect(stderr).toContain(
      'Unexpected second note, expected `-o` with a folder'
    )
  })

  test.each([
    ['EPIPE', 0, ''],
    ['ENOSPC', 2, 'chatmd: Cannot write: ENOSPC: no\n']
  ])('should end with %s', async (error, code, stderr) => {
    await put('a.md', good)
    expect(await run(['convert', 'a.md'], {stdout: failWith(error)})).toEqual({
      code,
      stdout: '',
      stderr
    })
  })
})

describe('rows', () => {
  test('should keep other fields, and put an error in place of a failure', async () => {
    const rows = [
      {id: 1, text: short},
      {id: 2, text: 3},
      {id: 3, text: short, more: [1]}
    ]
    const stdin = rows.map(row => `${JSON.stringify(row)}\n`).join('') + '[1]\n'
    const argv = ['convert', '--from', 'ndjson', '--field', 'text', '-']
    const {code, stdout, stderr} = await run(argv, {stdin})
    expect(code).toBe(1)
    expect(stderr).toBe('2 rows have an `error`\n')
    const text = {config: {}, turns: [{role: 'user', content: 'Hi'}]}
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
    ).toEqual([
      {id: 1, text},
      {id: 2, text: 3, error: 'Expected a string in `text`'},
      {id: 3, text, more: [1]},
      {error: 'Expected an object'}
    ])
  })
})
