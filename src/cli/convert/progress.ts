import type {Bytes} from './json-items.ts'

/** How long nothing is shown, and then between two changes, in milliseconds. */
const pause = 200

/** Width of the bar, in columns. */
const width = 30

/**
 * Show on a terminal how much of `bytes` is read; what `write` gets is a line
 * that takes the place of the last.
 */
export async function* withProgress(
  bytes: Bytes,
  size: number,
  write: (value: string) => void
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0
  let last = Date.now()
  let isShown = false
  for await (const chunk of bytes) {
    read += chunk.length
    yield chunk
    if (Date.now() - last < pause) continue
    last = Date.now()
    isShown = true
    write(`\r${toBar(size > 0 ? Math.min(read / size, 1) : 1)}`)
  }
  if (isShown) write(`\r${' '.repeat(width + 8)}\r`)
}

function toBar(share: number): string {
  const done = Math.round(share * width)
  const percent = String(Math.round(share * 100)).padStart(3)
  return `[${'#'.repeat(done)}${'.'.repeat(width - done)}] ${percent} %`
}
