import type {Bytes} from './json-items.ts'

/** A line of a file that is not blank. */
export interface TextLine {
  /** Number, from 1. */
  number: number
  value: string
}

/**
 * Read the lines of a file one by one, up to one that is longer than `longest`
 * characters (default: `Infinity`).
 *
 * Note: not with `readline`, which ends a line at U+2028 too, as JSON does not.
 *
 * @throws {TypeError} If it is not UTF-8.
 */
export async function* readLines(
  bytes: Bytes,
  longest: number = Number.POSITIVE_INFINITY
): AsyncGenerator<TextLine, void, undefined> {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let rest = ''
  let number = 0
  for await (const chunk of bytes) {
    const parts = decoder.decode(chunk, {stream: true}).split('\n')
    parts[0] = rest + parts[0]
    rest = parts.pop() ?? ''
    for (const part of parts) {
      number++
      if (part.trim() !== '') yield {number, value: part}
    }
    if (rest.length > longest) return
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield {number: number + 1, value: rest}
}
