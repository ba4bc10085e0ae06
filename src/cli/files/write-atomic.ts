import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {dirname, join} from 'node:path'

/**
 * Write a file as a whole or not at all: a crash leaves the old one. The file
 * that a link leads to is written, and its mode is kept.
 */
export function writeAtomic(path: string, value: string): void {
  const isThere = existsSync(path)
  const target = isThere ? realpathSync(path) : path
  // Note: a rename would replace a file that may not be written.
  if (isThere) accessSync(target, constants.W_OK)
  // Note: the name does not grow with that of the file, which may be too long.
  const part = join(dirname(target), `.${crypto.randomUUID()}.part`)
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
