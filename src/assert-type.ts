/** Whether a value is of a type, by the name of that. */
const checks = {
  'a boolean': (value: unknown) => typeof value === 'boolean',
  'a dialect': (value: unknown) =>
    isObject(value) &&
    Array.isArray(value.needles) &&
    typeof value.readLine === 'function',
  'a function': (value: unknown) => typeof value === 'function',
  'a list': Array.isArray,
  'a string': (value: unknown) => typeof value === 'string',
  'an object': isObject
}

/** Name of a type. */
export type TypeName = keyof typeof checks

/**
 * Make sure that a value is of a type.
 *
 * @throws {TypeError} If it is not.
 */
export function assertType(name: string, value: unknown, type: TypeName): void {
  if (checks[type](value)) return
  throw new TypeError(`Expected \`${name}\` to be ${type}`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
