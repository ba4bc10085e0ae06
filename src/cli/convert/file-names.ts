import filenamify from 'filenamify'

/** How long a name is at most, without its ending, in bytes of UTF-8. */
const maxBytes = 120

/** Names that are taken, in lower case: most systems know no difference. */
export type TakenNames = Set<string>

/**
 * Make a file name of a title: safe on every system, and not taken yet.
 *
 * It has no separators, so it stays in its folder whatever the title holds.
 */
export function toFileName(
  title: string,
  ending: string,
  taken: TakenNames
): string {
  const base = toBase(title)
  for (let count = 1; ; count++) {
    const name = `${base}${count === 1 ? '' : ` ${count}`}${ending}`
    const key = name.normalize('NFC').toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}

function toBase(title: string): string {
  // Note: Obsidian’s links cannot hold `#`, `^`, `[`, `]`, and `|`; half a
  // surrogate pair is no character of any name.
  const plain = title.normalize('NFC').replace(/[#^[\]|]|\p{Surrogate}/gu, ' ')
  const name = filenamify(plain, {replacement: ' ', maxLength: maxBytes})
  const base = shorten(name.replace(/\s+/g, ' ').trim()).replace(/^[. ]+/, '')
  const trimmed = base.replace(/[. ]+$/, '')
  // Note: of nothing, filenamify makes `!`.
  return trimmed === '' || trimmed === '!' ? 'chat' : trimmed
}

/** Cut between characters where the name gets too long. */
function shorten(name: string): string {
  let bytes = 0
  let end = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > maxBytes) return name.slice(0, end)
    end += character.length
  }
  return name
}
