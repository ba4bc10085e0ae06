import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import type {FilePart} from '../../convert/message.ts'
import {type Folder, TargetError, writeInto} from './output.ts'

/** Folder, beside the notes, that images and other files go into. */
const assetFolder = 'assets'

/** Files that the messages of one value hold, to be written beside the notes. */
export interface Assets {
  /** Take a file; gives its path from the note. */
  save(part: Readonly<FilePart>): string | undefined
  /** Write those that are taken. */
  write(folder: Folder): Promise<void>
}

/** Files in the folder of an export, by name. */
export type Siblings = ReadonlyArray<string>

/** List the files beside a file, and those in the folders there. */
export async function listSiblings(
  path: string | undefined
): Promise<Siblings> {
  if (path === undefined) return []
  const folder = dirname(resolve(path))
  const entries = await readdir(folder, {withFileTypes: true})
  const files = entries.flatMap(entry => (entry.isFile() ? [entry.name] : []))
  const folders = entries.filter(entry => entry.isDirectory())
  for (const {name} of folders) {
    const inner = await readdir(join(folder, name), {withFileTypes: true})
    files.push(
      ...inner.flatMap(entry =>
        entry.isFile() ? [join(name, entry.name)] : []
      )
    )
  }
  return files.map(file => join(folder, file))
}

/** Start to take files; those that are only named are looked for among `siblings`. */
export function createAssets(siblings: Siblings): Assets {
  const contents = new Map<string, Uint8Array | string>()
  return {
    save({data, ref, url, name, mediaType}) {
      const found =
        data === undefined ? findSibling(siblings, ref ?? url) : undefined
      if (found !== undefined) {
        const path = `${assetFolder}/${toSafe(basename(found))}`
        contents.set(path, found)
        return path
      }
      const bytes =
        data === undefined ? readDataUrl(url) : Buffer.from(data, 'base64')
      if (!bytes) return undefined
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
      const path = `${assetFolder}/${hash}${toEnding(name, mediaType ?? mediaTypeOf(url))}`
      contents.set(path, bytes)
      return path
    },
    async write(folder) {
      for (const [path, content] of contents) {
        const bytes =
          typeof content === 'string' ? await readFile(content) : content
        await writeOnce(folder, path, bytes)
      }
    }
  }
}

/** Note: of the same name it is the same file, by the hash or the provider’s id. */
async function writeOnce(
  folder: Folder,
  path: string,
  bytes: Uint8Array
): Promise<void> {
  try {
    await writeInto(folder, path, bytes)
  } catch (error) {
    const isThere = error instanceof TargetError && error.exists
    if (!isThere) throw error
  }
}

/** Find the file whose name starts with an identifier, such as `file-abc`. */
function findSibling(
  siblings: Siblings,
  ref: string | undefined
): string | undefined {
  const id = ref?.replace(/^[\w-]+:\/\//, '')
  if (!id || !/^[\w-]{6,}/.test(id)) return undefined
  return siblings.find(path => basename(path).startsWith(id))
}

function readDataUrl(url: string | undefined): Uint8Array | undefined {
  const base64 = /^data:[^,]*;base64,/i.exec(url ?? '')?.[0]
  if (base64 === undefined || url === undefined) return undefined
  return Buffer.from(url.slice(base64.length), 'base64')
}

function mediaTypeOf(url: string | undefined): string | undefined {
  return /^data:([\w.+-]+\/[\w.+-]+)/i.exec(url ?? '')?.[1]
}

function toEnding(
  name: string | undefined,
  mediaType: string | undefined
): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name ?? '')?.[0]
  if (ending !== undefined) return ending.toLowerCase()
  const kind = /\/([a-z0-9]{1,8})$/i.exec(mediaType ?? '')?.[1]
  return kind === undefined ? '' : `.${kind === 'jpeg' ? 'jpg' : kind}`
}

function toSafe(name: string): string {
  return name.replace(/[^\w.-]/g, '_')
}
