/** A list as it is; an empty one in place of any other value. */
export function toList(value: unknown): Array<unknown> {
  return Array.isArray(value) ? value : []
}
