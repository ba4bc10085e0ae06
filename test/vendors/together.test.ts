// The check that Together’s client makes of a file before it is uploaded.

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {
  checkFinetune,
  fromMessages,
  type Loss,
  toFinetune
} from 'chatmd/convert'
import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

interface Report {
  is_check_passed: boolean
  message?: string
}

// Note: as a module it does not load in Node.js.
const {checkFile}: {checkFile: (path: string) => Promise<Report>} =
  createRequire(import.meta.url)('together-ai/lib/check-file')

const folder = mkdtempSync(join(tmpdir(), 'chatmd-'))
afterAll(() => rmSync(folder, {recursive: true}))

async function check(...lines: Array<unknown>): Promise<boolean> {
  const path = join(folder, 'lines.jsonl')
  const text = lines.map(line => `${JSON.stringify(line)}\n`).join('')
  writeFileSync(path, text)
  const {is_check_passed} = await checkFile(path)
  return is_check_passed
}

test('should take what we say can be trained on, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(messages, rounds), async messages => {
      const losses: Array<Loss> = []
      const onLoss = (loss: Loss) => losses.push(loss)
      const options = {target: 'together', onLoss} as const
      const row = toFinetune(fromMessages(messages), options)
      const isFine = losses.every(({code}) => code !== 'not-trainable')
      expect(await check(row)).toBe(isFine)
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 300)}
  )
})

const user = {role: 'user', content: 'a'}
const answer = {role: 'assistant', content: 'b'}

const files: Array<Array<unknown>> = [
  [{messages: [user, answer]}],
  [{messages: [user, answer]}, {prompt: 'a', completion: 'b'}],
  [{messages: [user, answer], tools: []}],
  [{messages: [user, {...answer, weight: 2}]}],
  [{messages: [user, {...answer, weight: 0}]}],
  [{messages: [user, user]}],
  [{messages: [user]}],
  [{messages: []}],
  [{messages: [{role: 'tool', content: 'a'}, answer]}],
  [{messages: [user, {role: 'assistant', content: [{}]}]}],
  [{prompt: 'a', completion: 'b'}],
  [{prompt: 'a', completion: 1}],
  [{text: 'a'}],
  [{a: 1}],
  [1],
  [
    {
      input: {messages: [user]},
      preferred_output: [answer],
      non_preferred_output: [answer]
    }
  ],
  [
    {
      input: {messages: [user, answer]},
      preferred_output: [answer],
      non_preferred_output: [answer]
    }
  ],
  [
    {
      input: {messages: [user]},
      preferred_output: [user],
      non_preferred_output: [answer, answer]
    }
  ]
]

test.each(files)('should agree with our check: %j %j', async (...lines) => {
  const given = lines.filter(line => line !== undefined)
  const problems = checkFinetune(given, {target: 'together'})
  expect(problems.length === 0).toBe(await check(...given))
})
