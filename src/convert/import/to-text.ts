/** A string as it is; nothing in place of any other value. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
