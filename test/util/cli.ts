import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach} from 'vitest'
import type {Output} from '../../src/cli/io.ts'
import {main} from '../../src/cli/main.ts'

/** Folder that the command line runs in; a new one for each test. */
export let cwd: string

/** Give each test of a file a folder of its own. */
export function useFolder(): void {
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'chatmd-'))
  })
  afterEach(async () => {
    await rm(cwd, {recursive: true})
  })
}

/** Write a file of the folder. */
export async function put(path: string, value: string | Uint8Array) {
  await mkdir(dirname(join(cwd, path)), {recursive: true})
  await writeFile(join(cwd, path), value)
}

/** Read a file of the folder. */
export function get(path: string): Promise<string> {
  return readFile(join(cwd, path), 'utf8')
}

/** Input of a run besides its arguments. */
export interface Given {
  /** Folder in the folder of the test that it runs in. */
  folder?: string
  stdin?: string | AsyncIterable<Uint8Array>
  color?: boolean
  isTerminal?: boolean
  columns?: number
  progress?: boolean
  stdout?: Output
  stderr?: Output
}

/** Run the command line in this process. */
export async function run(argv: Array<string>, given: Given = {}) {
  const out = {stdout: '', stderr: ''}
  const io = {
    stdin: toInput(given.stdin ?? ''),
    stdout: given.stdout ?? toOutput(value => (out.stdout += value)),
    stderr: given.stderr ?? toOutput(value => (out.stderr += value)),
    cwd: join(cwd, given.folder ?? ''),
    color: given.color,
    isTerminal: given.isTerminal,
    columns: given.columns,
    progress: given.progress
  }
  return {code: await main(argv, io), ...out}
}

function toInput(value: string | AsyncIterable<Uint8Array>) {
  return typeof value === 'string' ? toBytes(value) : value
}

async function* toBytes(value: string) {
  const all = new TextEncoder().encode(value)
  // Note: one byte at a time, so that characters come in pieces.
  for (const byte of all) yield Uint8Array.of(byte)
}

/** Make an output that hands over all text. */
export function toOutput(take: (value: string) => void): Output {
  return {
    write(value, done) {
      take(value)
      setImmediate(done)
    }
  }
}

/** Make an output that cannot be written to. */
export function failWith(code: string): Output {
  return {
    write(_value, done) {
      done(Object.assign(new Error(`${code}: no`), {code}))
    }
  }
}

/** Run as a user whom permissions concern. */
export async function asNobody<T>(action: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    return await action()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
