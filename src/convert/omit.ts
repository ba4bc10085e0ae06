/**
 * Copy an object without some keys.
 *
 * Note: an own key `__proto__`, which `JSON.parse` makes, stays an own key.
 */
export function omit(
  value: object,
  keys: ReadonlyArray<string>
): Record<string, unknown> {
  const entries: Array<[string, unknown]> = Object.entries(value)
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== undefined && !keys.includes(key))
  )
}
