import {expect, onTestFinished, test} from 'vitest'
import {faulty, read, run, write} from './run.ts'

const cli = 'node_modules/eslint/bin/eslint.js'
const config = '{"plugins": ["chatmd/remark"]}'
// Note: ESLint takes a byte order mark off before a parser sees the file.
const note = faulty.slice(1)

test('should report problems as messages of ESLint', async () => {
  onTestFinished(await write('.remarkrc', config))
  onTestFinished(await write('note.md', note))
  const {stdout} = await run(cli, '--format', 'json', 'note.md')
  const [{messages}] = JSON.parse(stdout)
  expect(messages).toMatchObject([
    {
      ruleId: 'chatmd-invalid-config',
      severity: 1,
      ...{line: 2, column: 14, endLine: 2, endColumn: 17}
    },
    {
      ruleId: 'chatmd-unknown-role',
      severity: 1,
      ...{line: 9, column: 11, endLine: 9, endColumn: 15}
    }
  ])
})

test('should change nothing when ESLint fixes', async () => {
  onTestFinished(await write('.remarkrc', config))
  onTestFinished(await write('note.md', note))
  const {code} = await run(cli, '--fix', 'note.md')
  expect(code).toBe(0)
  expect(await read('note.md')).toBe(note)
})
