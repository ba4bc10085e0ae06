import {readFile as readBytes} from 'node:fs/promises'
import {VFile} from 'vfile'
import {countBefore} from '../../text/count-before.ts'
import {fail, toReason} from '../fail.ts'
import type {Io} from '../io.ts'
import type {FoundFile} from './find-files.ts'

/**
 * Read a file as UTF-8, byte order mark included.
 *
 * A file that cannot be read comes back with a problem and without value.
 */
export async function readFile(found: FoundFile, io: Io): Promise<VFile> {
  const file = new VFile({path: found.name})
  try {
    if (found.missing) throw new Error(found.missing)
    const bytes = await (found.path === undefined
      ? readAll(io.stdin)
      : readBytes(found.path))
    file.value = decodeNote(bytes)
  } catch (error) {
    const kind = found.isFolder ? 'folder' : 'file'
    fail(file, 'unreadable-file', `Cannot read ${kind}: ${toReason(error)}`)
  }
  return file
}

/** Read a stream to its end. */
export async function readAll(input: Io['stdin']): Promise<Uint8Array> {
  const parts: Array<Uint8Array> = []
  for await (const part of input) parts.push(part)
  return Buffer.concat(parts)
}

/**
 * Decode the bytes of a note.
 *
 * @throws {Error} If they are not UTF-8; the message says where.
 */
export function decodeNote(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff)
  ) {
    throw new Error('it is UTF-16, expected UTF-8')
  }
  // Note: `ignoreBOM` keeps the mark, without which the note is another one.
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
  try {
    return decoder.decode(bytes)
  } catch {
    // The first byte that cannot be there: no prefix before it fails.
    const offset = countBefore(bytes.length, index =>
      isPrefix(bytes.subarray(0, index + 1))
    )
    throw new Error(`it is not UTF-8, see byte ${offset} (counted from 0)`)
  }
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
