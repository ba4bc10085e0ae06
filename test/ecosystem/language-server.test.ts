import {expect, onTestFinished, test} from 'vitest'
import {faulty, run, write} from './run.ts'

test('should send diagnostics, and no edits of what is as it should be', async () => {
  onTestFinished(await write('note.md', faulty.slice(1)))
  const {code, stdout, stderr} = await run('client.js', 'note.md')
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  const {diagnostics, edits} = JSON.parse(stdout)
  expect(diagnostics).toMatchObject([
    {
      code: 'invalid-config',
      source: 'chatmd',
      range: {
        start: {line: 1, character: 13},
        end: {line: 1, character: 16}
      }
    },
    {
      code: 'unknown-role',
      range: {
        start: {line: 8, character: 10},
        end: {line: 8, character: 14}
      }
    }
  ])
  expect(edits).toBeNull()
})

test('should offer quick fixes', async () => {
  const value = [
    '---',
    'temperature: "0.7"',
    '---',
    '',
    '<hr class="__chatgpt_plugin">',
    '',
    '### role::user',
    ''
  ].join('\n')
  onTestFinished(await write('note.md', value))
  const {code, stdout, stderr} = await run('client.js', 'note.md')
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  const {diagnostics, actions} = JSON.parse(stdout)
  expect(diagnostics).toMatchObject([{code: 'invalid-config'}])
  expect(actions).toMatchObject([{kind: 'quickfix'}])
  expect(Object.values(actions[0].edit.changes)).toEqual([
    [
      {
        range: {
          start: {line: 1, character: 13},
          end: {line: 1, character: 18}
        },
        newText: '0.7'
      }
    ]
  ])
})
