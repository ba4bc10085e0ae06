import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {expect, test, vi} from 'vitest'
import {cwd, get, put, run, useFolder} from '../util/cli.ts'

useFolder()

const delimiter = '<hr class="__chatgpt_plugin">'
const answer = `${delimiter}\n\n### role::assistant<span style="font-size: small;"> (gpt-4o)</span>\n\nSix minutes.\n`

/** Put two notes of January, and one of February. */
async function putNotes(): Promise<void> {
  const start = (month: string) =>
    `---\ncreated: "2026-${month}-02T00:00:00Z"\n---\n\nHow long?\n\n`
  await put('notes/a.md', `${start('01')}${answer}`)
  await put('notes/sub/b.md', `${start('01')}${answer}\n${answer}`)
  await put(
    'notes/c.md',
    `${start('02')}${delimiter}\n\nrole::assistant\n\nNo.`
  )
}

async function ask(sql: string): Promise<Array<unknown>> {
  const connection = await (await DuckDBInstance.create()).connect()
  return (await connection.runAndReadAll(sql)).getRowObjectsJson()
}

test('should run the example on converted notes', async () => {
  await putNotes()
  await run(['convert', '--to', 'ndjson', 'notes', '-o', 'chats.ndjson'])
  const paths = ['chats.ndjson', 'turns.parquet', 'notes/**/*.md']
  const {argv} = process
  process.argv = ['', '', ...paths.map(path => join(cwd, path))]
  let out = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(value => {
    out += value
    return true
  })
  try {
    // Note: not as one string, since the example has no types.
    await import(`../../examples/${'duckdb'}.js`)
  } finally {
    write.mockRestore()
    process.argv = argv
  }
  expect(out).toBe(`Turns by model
  gpt-4o  3
  (none)  1
Tokens by month, as characters / 4
  2026-01  14
  2026-02  3
Longest notes, read by chatmd in DuckDB
  b.md  3
  a.md  2
  c.md  2
`)
  const parquet = join(cwd, 'turns.parquet')
  expect(
    await ask(
      `select file, index, role, model, content from '${parquet}' where month = '2026-02'`
    )
  ).toEqual([
    {
      file: 'notes/c.md',
      index: '0',
      role: 'user',
      model: null,
      content: 'How long?'
    },
    {
      file: 'notes/c.md',
      index: '1',
      role: 'assistant',
      model: null,
      content: 'No.'
    }
  ])
})

test('should map rows that DuckDB wrote to rows that it reads', async () => {
  await putNotes()
  const rows = join(cwd, 'rows.ndjson')
  await ask(
    `copy (select filename, content from read_text('${cwd}/notes/**/*.md')) to '${rows}' (format json)`
  )
  const {code, stdout} = await run(
    ['convert', '--from', 'ndjson', '--field', 'content', '--to', 'turns', '-'],
    {stdin: await get('rows.ndjson')}
  )
  expect(code).toBe(0)
  await put('mapped.ndjson', stdout)
  expect(
    await ask(
      `select parse_filename(filename) as note, len(content)::integer as turns
      from read_json('${cwd}/mapped.ndjson', format = 'newline_delimited') order by note`
    )
  ).toEqual([
    {note: 'a.md', turns: 2},
    {note: 'b.md', turns: 3},
    {note: 'c.md', turns: 2}
  ])
})

test('should have the same columns for every note', async () => {
  await putNotes()
  await put('empty.md', 'role::user\n')
  const describeNotes = async (path: string) => {
    await run(['convert', '--to', 'ndjson', path, '-o', `${path}.ndjson`])
    return ask(
      `select column_name from (describe from read_json('${cwd}/${path}.ndjson'))`
    )
  }
  const columns = await describeNotes('notes')
  expect(columns).toHaveLength(9)
  expect(await describeNotes('empty.md')).toEqual(columns)
})
