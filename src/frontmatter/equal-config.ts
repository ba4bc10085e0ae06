/**
 * Compare two configs, or values in them, as JSON.
 *
 * The order of keys does not matter, and a key that is `undefined` is absent.
 * Configs are at most 100 levels deep, so it may recurse.
 */
export function equalConfig(left: unknown, right: unknown): boolean {
  // Note: `===`, as 0 and -0 are one number in JSON.
  if (left === right) return true
  if (!isObject(left) || !isObject(right)) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = presentKeys(left)
  return (
    keys.length === presentKeys(right).length &&
    keys.every(
      key => Object.hasOwn(right, key) && equalConfig(left[key], right[key])
    )
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function presentKeys(value: Record<string, unknown>): Array<string> {
  return Object.keys(value).filter(key => value[key] !== undefined)
}
