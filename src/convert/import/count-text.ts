/**
 * Count the characters of the strings in a value, without the white space at
 * their ends.
 *
 * @param isText
 *   Whether the strings under a key count; those in a list count as the list
 *   does.
 */
export function countText(
  value: unknown,
  isText: (key: string) => boolean
): number {
  let count = 0
  // Note: no recursion, because foreign JSON nests as deep as it likes.
  const left: Array<[value: unknown, counts: boolean]> = [[value, true]]
  for (let item = left.pop(); item; item = left.pop()) {
    const [value, counts] = item
    if (typeof value === 'string') {
      if (counts) count += value.trim().length
    } else if (Array.isArray(value)) {
      for (const child of value) left.push([child, counts])
    } else if (value !== null && typeof value === 'object') {
      for (const [key, child] of Object.entries(value)) {
        left.push([child, isText(key)])
      }
    }
  }
  return count
}
