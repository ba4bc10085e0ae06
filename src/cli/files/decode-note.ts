import {countBefore} from '../../text/count-before.ts'

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
