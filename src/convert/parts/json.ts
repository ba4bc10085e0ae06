import {isPlainObject} from '../../yaml/is-plain-object.ts'

/** How many lists and maps may stand in each other. */
export const maxDepth = 200

/** Read JSON; `undefined` if it is none, or nests too deep. */
export function readJson(text: string): {value: unknown} | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // Note: as JSON writes it, since -0 is read and `0` is written.
    return isShallow(value)
      ? {value: JSON.parse(JSON.stringify(value))}
      : undefined
  } catch {
    return undefined
  }
}

/** Write JSON on one line, as `{ "a": 1 }`. */
export function writeJson(value: unknown): string {
  // Note: the cast is for `undefined`, for which the types do not allow.
  const json = JSON.stringify(value, undefined, 1) as string | undefined
  return (
    (json ?? 'null')
      .replace(/\n */g, ' ')
      .replace(/[\u2028\u2029]/g, toEscape)
      // Note: as `role::` would be written with a backslash, which is no JSON.
      .replace(/role::/g, `role:${toEscape(':')}`)
  )
}

/** Write a character as JSON can have it anywhere in a string. */
export function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Whether lists and maps nest no deeper than allowed. */
export function isShallow(value: unknown): boolean {
  let level: Array<unknown> = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return false
    level = level.flatMap(toItems)
  }
  return true
}

function toItems(value: unknown): Array<unknown> {
  if (Array.isArray(value)) return value
  return isPlainObject(value) ? Object.values(value) : []
}
