import {open, rename, rm, stat} from 'node:fs/promises'
import process from 'node:process'
import {TargetError} from './output.ts'

/** A file that is written piece by piece, and there once it is whole. */
export interface OutputFile {
  write(value: string): Promise<void>
  end(): Promise<void>
  /** Leave what was there. */
  abort(): Promise<void>
}

/**
 * Open a file to write.
 *
 * @throws {TargetError} If there is one that may not be replaced.
 */
export async function openFile(
  path: string,
  force: boolean
): Promise<OutputFile> {
  if (!force && (await stat(path).catch(() => undefined))) {
    throw new TargetError(
      `Unexpected file \`${path}\`, expected none; \`--force\` replaces it`
    )
  }
  const part = `${path}.${process.pid}.part`
  const file = await open(part, 'wx')
  return {
    write: async value => {
      await file.writeFile(value)
    },
    async end() {
      await file.close()
      await rename(part, path)
    },
    async abort() {
      await file.close()
      await rm(part, {force: true})
    }
  }
}
