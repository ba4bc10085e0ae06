import {mkdir, realpath, stat, writeFile} from 'node:fs/promises'
import {dirname, relative, resolve, sep} from 'node:path'
import {UsageError} from '../command.ts'
import type {TakenNames} from './file-names.ts'

/** Folder that notes or other files are written into. */
export interface Folder {
  /** Absolute path. */
  path: string
  /** Names in it that are written, in lower case. */
  taken: TakenNames
  /** Whether files that were there may be replaced. */
  force: boolean
}

/** A file that cannot be written; the message says why. */
export class TargetError extends UsageError {
  /** Whether a file is there already. */
  exists: boolean

  constructor(message: string, exists = false) {
    super(message)
    this.exists = exists
  }
}

/** Whether `-o` names a folder: it is one, or ends like one. */
export async function isFolder(path: string): Promise<boolean> {
  if (/[\\/]$/.test(path)) return true
  const stats = await stat(path).catch(() => undefined)
  return stats?.isDirectory() ?? false
}

/**
 * Write a file of a folder, which cannot be outside it.
 *
 * @throws {TargetError} If it is outside, or there and may not be replaced.
 */
export async function writeInto(
  folder: Folder,
  name: string,
  value: string | Uint8Array
): Promise<void> {
  const path = resolve(folder.path, name)
  assertInside(folder.path, path, name)
  await mkdir(dirname(path), {recursive: true})
  // Note: a link in the folder could lead out of it.
  assertInside(await realpath(folder.path), await realpath(dirname(path)), name)
  await writeNew(path, value, folder.force)
}

/**
 * Write a file.
 *
 * @throws {TargetError} If there is one that may not be replaced.
 */
export async function writeNew(
  path: string,
  value: string | Uint8Array,
  force: boolean
): Promise<void> {
  try {
    await writeFile(path, value, {flag: force ? 'w' : 'wx'})
  } catch (error) {
    const exists =
      error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!exists) throw error
    throw new TargetError(
      `Unexpected file \`${path}\`, expected none; \`--force\` replaces it`,
      true
    )
  }
}

function assertInside(folder: string, path: string, name: string): void {
  const inside = relative(folder, path)
  if (
    inside === '..' ||
    inside.startsWith(`..${sep}`) ||
    resolve(inside) === inside
  ) {
    throw new TargetError(
      `Unexpected name \`${name}\`, expected one inside the folder`
    )
  }
}
