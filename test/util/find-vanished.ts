// Texts of an export that are neither in the result of its conversion nor in a loss. It
// knows nothing of how exports are read but the keys that texts are under.

import type {Loss} from 'chatmd/convert'

type Path = ReadonlyArray<number | string>

/** Keys of texts, in all exports. */
const textKeys = new Set(
  'arguments content description mes message output parts prompt reasoning result subject summary text thinking title'.split(
    ' '
  )
)

/** Keys under which nothing is said. */
const otherKeys = new Set(['metadata', 'options', 'swipes', 'toolUseResult'])

/**
 * Find texts that have vanished.
 *
 * @param said
 *   Strings of the result.
 */
export function findVanished(
  value: unknown,
  said: ReadonlyArray<string>,
  losses: ReadonlyArray<Loss>
): Array<string> {
  const all = said.join('\n')
  return listTexts(value, [], false)
    .filter(({path}) => !losses.some(loss => isIn(path, loss.path)))
    .filter(({text}) => !toSpellings(text).some(one => all.includes(one)))
    .filter(({text}) => !toPieces(text).every(one => all.includes(one)))
    .map(({text, path}) => `${path.join('.')}: ${text}`)
}

function listTexts(
  value: unknown,
  path: Path,
  isText: boolean
): Array<{text: string; path: Path}> {
  if (typeof value === 'string') {
    return isText && value.trim() !== '' ? [{text: value.trim(), path}] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    if (otherKeys.has(key)) return []
    const counts = Array.isArray(value) ? isText : textKeys.has(key)
    return listTexts(child, [...path, key], counts)
  })
}

function isIn(path: Path, outer: Path): boolean {
  return outer.every((key, index) => String(key) === String(path[index]))
}

/** Spell a text as it is, in a string of JSON, and as JSON that it may be. */
function toSpellings(text: string): Array<string> {
  const spellings = [text, JSON.stringify(text).slice(1, -1)]
  try {
    return [...spellings, JSON.stringify(JSON.parse(text))]
  } catch {
    return spellings
  }
}

/** Cut out citations, places of files, and the word that titles of Google start with. */
function toPieces(text: string): Array<string> {
  return text.replace(/^Prompted /, '').split(/【[^】]*】|<(?:image|video)>/)
}
