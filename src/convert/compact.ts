/** Copy an object without keys that are undefined or null. */
export function compact<T extends object>(value: T): Compact<T> {
  const entries: Array<[string, unknown]> = Object.entries(value)
  // Note: a cast, since types cannot follow which entries are left.
  return Object.fromEntries(
    entries.filter(([, value]) => value != null)
  ) as Compact<T>
}

/** Each key that may be absent, without null. */
export type Compact<T> = {
  [K in keyof T as undefined extends T[K]
    ? never
    : null extends T[K]
      ? never
      : K]: T[K]
} & {
  [K in keyof T as undefined extends T[K]
    ? K
    : null extends T[K]
      ? K
      : never]?: NonNullable<T[K]>
}
