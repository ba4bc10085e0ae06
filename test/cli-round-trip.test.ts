import {afterEach, expect, test, vi} from 'vitest'
import {main} from '../src/cli/main.ts'
import {printTurns} from '../src/print/print-turns.ts'
import {get, put, run, useFolder} from './util/cli.ts'

// Note: no note is printed otherwise than it is, so this needs a broken printer.
vi.mock('../src/print/print-turns.ts')

useFolder()

afterEach(() => {
  vi.resetAllMocks()
})

const chat = 'role::user\n\nHi\n'

test('should report a note that is printed otherwise', async () => {
  vi.mocked(printTurns).mockReturnValue('Hi')
  const {code, stdout} = await run(['check', '-'], {stdin: chat})
  expect({code, stdout}).toEqual({
    code: 1,
    stdout:
      '<stdin>:1:1: error: Unexpected change when printed, expected none (round-trip)\n'
  })
})

test('should report a note that cannot be printed', async () => {
  vi.mocked(printTurns).mockImplementation(() => {
    throw new TypeError('broken \u001b')
  })
  const {code, stdout} = await run(['check', '-'], {stdin: chat})
  expect({code, stdout}).toEqual({
    code: 1,
    stdout:
      '<stdin>:1:1: error: Cannot print again: TypeError: broken \\u001b (round-trip)\n'
  })
})

test('should have a page for it in the report for people', async () => {
  vi.mocked(printTurns).mockReturnValue('Hi')
  const argv = ['check', '-', '--format', 'pretty', '--only', 'round-trip']
  const {stdout} = await run(argv, {stdin: chat})
  expect(stdout).toMatch(/round-trip\n {2}https:.*docs\/cli\.md#round-trip\n\n/)
})

test('should give it the severity that is set', async () => {
  vi.mocked(printTurns).mockReturnValue('Hi')
  await put('chatmd.config.json', '{"rules": {"round-trip": "warning"}}')
  const {stdout} = await run(['check', '-'], {stdin: chat})
  expect(stdout).toContain('<stdin>:1:1: warning: Unexpected change')
})

test('should not prove what is off', async () => {
  vi.mocked(printTurns).mockReturnValue('Hi')
  const {code} = await run(['check', '-', '--off=round-trip'], {stdin: chat})
  expect(code).toBe(0)
})

test('should not write a mended note that is printed otherwise', async () => {
  vi.mocked(printTurns).mockReturnValue('Hi')
  const note = '```\n<hr class="__chatgpt_plugin">\n```\n\nrole::user\n\nHi\n'
  await put('a.md', note)
  const {code, stdout} = await run(['check', '--fix', '--all', '.'])
  expect(code).toBe(2)
  expect(stdout).toContain(
    'a.md:1:1: error: Cannot mend file: the result would not be printed as it is (unwritable-file)\n'
  )
  expect(await get('a.md')).toBe(note)
})

test('should let a defect in the command line itself be seen', async () => {
  const io = {
    stdin: (async function* () {})(),
    stdout: {
      write() {
        throw new RangeError('broken')
      }
    },
    stderr: {write: expect.unreachable},
    cwd: '/'
  }
  await expect(main(['--version'], io)).rejects.toThrow('broken')
})
