/** Stands for the empty word, as nothing would be no word. */
const empty = '%'

/**
 * Write a name or an id as a word of an info string; `undefined` if it holds
 * half a surrogate pair, for which there are no bytes.
 */
export function writeWord(value: string): string | undefined {
  try {
    return encodeURIComponent(value).replace(/%2F/g, '/') || empty
  } catch {
    return undefined
  }
}

/** Read a word of an info string; `undefined` if it is no name or id. */
export function readWord(word: string): string | undefined {
  if (word === empty) return ''
  try {
    return decodeURIComponent(word)
  } catch {
    return undefined
  }
}
