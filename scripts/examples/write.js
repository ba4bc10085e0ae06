import {mkdir, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

/** Write a file, and the folders that it needs. */
export async function write(path, value) {
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, value)
}
