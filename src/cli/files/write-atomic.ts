import {randomUUID} from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'

/**
 * Write a file as a whole or not at all: a crash leaves the old one. The file
 * that a link leads to is written, and its mode is kept.
 */
export function writeAtomic(path: string, value: string): void {
  const isThere = existsSync(path)
  const target = isThere ? realpathSync(path) : path
  const part = `${target}.${randomUUID()}.part`
  try {
    const file = openSync(part, 'wx')
    try {
      writeFileSync(file, value)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (isThere) chmodSync(part, statSync(target).mode)
    renameSync(part, target)
  } catch (error) {
    rmSync(part, {force: true})
    throw error
  }
}
