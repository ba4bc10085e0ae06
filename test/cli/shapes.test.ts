import {claudeExport} from 'chatmd/convert'
import {expect, test} from 'vitest'
import {readValues} from '../../src/cli/convert/values.ts'
import {get, put, run, useFolder} from '../util/cli.ts'

useFolder()

const messages = [
  {role: 'user', content: 'Hi'},
  {role: 'assistant', content: 'Hello'}
]

function toLines(...values: Array<unknown>): string {
  return values.map(value => `${JSON.stringify(value)}\n`).join('')
}

test.each([
  ['rows on lines', toLines({messages}, {messages}), 'huggingface'],
  ['rows in an array', JSON.stringify([{messages}]), 'huggingface'],
  ['messages on lines', toLines(...messages), 'message-lines'],
  ['messages in an array', JSON.stringify(messages), 'message-lines'],
  [
    'rows with images',
    JSON.stringify([
      {messages, images: []},
      {messages, images: []}
    ]),
    'sharegpt'
  ]
])('should guess what %s are', async (_name, value, format) => {
  await put('a.jsonl', value)
  const {code, stderr} = await run(['convert', 'a.jsonl', '-o', 'out/'])
  expect({code, stderr}).toEqual({
    code: 0,
    stderr: `a.jsonl: read as \`${format}\`, by its shape\n`
  })
  expect(await get('out/a.md')).toContain('Hello')
})

test('should not guess what one row is, which may be a request', async () => {
  const {code, stderr} = await run(['convert', '--to', 'md', '-'], {
    stdin: toLines({messages})
  })
  expect(code).toBe(2)
  expect(stderr).toContain('expected `--from` to name it')
})

test('should name a note after its file, without the folders of it', async () => {
  await put('sub/a.jsonl', toLines(...messages))
  await run(['convert', 'sub/a.jsonl', '-o', 'out/'])
  expect(await get('out/a.md')).toContain('Hello')
})

test('should say of a large object that it has no conversations', async () => {
  const bytes = new TextEncoder().encode('{"uuid": "a"}')
  async function* read() {
    yield bytes
  }
  const source = {name: 'a', size: 1e9, peek: read, read}
  await expect(readValues(source, claudeExport).next()).rejects.toThrow(
    new SyntaxError('Missing `conversations` of a file over 64 MB')
  )
})
