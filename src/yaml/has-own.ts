/** Whether an object has a key of its own; Safari 15.0 has no `Object.hasOwn`. */
export function hasOwn(record: object, key: string): boolean {
  return Object.getOwnPropertyDescriptor(record, key) !== undefined
}
