import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {args as checkArgs} from '../../src/cli/check/settings.ts'
import {get, put, run, toOutput, useFolder} from '../util/cli.ts'

const page = readFileSync(
  fileURLToPath(new URL('../../docs/cli.md', import.meta.url)),
  'utf8'
)

useFolder()

/** Run a line as a shell would: quoted words, and `< file`. */
async function runLine(line: string): Promise<{code: number; shown: string}> {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? ''
  )
  const from = words.indexOf('<')
  const stdin = from === -1 ? '' : await get(words.splice(from, 2)[1] ?? '')
  let shown = ''
  const output = toOutput(value => (shown += value))
  const given = {stdin, stdout: output, stderr: output}
  const {code} = await run(words.slice(1), given)
  return {code, shown}
}

test('should show what the command line prints', async () => {
  let commands = 0
  let last = 0
  for (const [, info = '', value = ''] of page.matchAll(
    /^```(.*)\n([\s\S]*?)^```$/gm
  )) {
    const [lang, name] = info.split(' ')
    if (name !== undefined) await put(name, value)
    if (lang !== 'console') continue
    let shown = ''
    for (const [line] of value.matchAll(/^\$ .*\n/gm)) {
      shown += line
      if (line === '$ echo $?\n') {
        shown += `${last}\n`
        continue
      }
      const done = await runLine(line.slice(2))
      last = done.code
      shown += done.shown
      commands++
    }
    expect(shown).toBe(value)
  }
  expect(commands).toBeGreaterThan(10)
})

test('should name each option of `check`', () => {
  const named = [...page.matchAll(/`--([a-z-]+)/g)].map(([, name]) => name)
  const {files, help, ...options} = checkArgs
  expect(named).toEqual(expect.arrayContaining(Object.keys(options)))
  const others = ['help', 'json']
  expect([...others, ...Object.keys(options)]).toEqual(
    expect.arrayContaining(named)
  )
})
