/** Whether a value is a list; `Array.isArray` would make its items `any`. */
export function isArray(value: unknown): value is Array<unknown> {
  return Array.isArray(value)
}
