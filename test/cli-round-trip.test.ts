import {afterEach, expect, test, vi} from 'vitest'
import {main} from '../src/cli/main.ts'
import {stringify} from '../src/stringify.ts'

// Note: no note is printed otherwise than it is, so this needs a broken printer.
vi.mock('../src/stringify.ts')

afterEach(() => {
  vi.resetAllMocks()
})

async function check() {
  let stderr = ''
  const io = {
    stdin: (async function* () {
      yield new TextEncoder().encode('Hi\u001b\n')
    })(),
    stdout: {write: expect.unreachable},
    stderr: {
      write(value: string, done: () => void) {
        stderr += value
        done()
      }
    },
    cwd: '/'
  }
  return {code: await main(['check', '-'], io), stderr}
}

test('should report a note that is printed otherwise', async () => {
  vi.mocked(stringify).mockReturnValue('Hi')
  const {code, stderr} = await check()
  expect(code).toBe(1)
  expect(stderr).toMatch(/error Unexpected change when printed.*round-trip/)
})

test('should report a note that cannot be printed', async () => {
  vi.mocked(stringify).mockImplementation(() => {
    throw new TypeError('broken \u001b')
  })
  const {code, stderr} = await check()
  expect(code).toBe(1)
  expect(stderr).toContain('Cannot print again: TypeError: broken \\u001b')
  expect(stderr).toContain('round-trip')
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
