import type {Data} from './pair.ts'

/** Whether a value is an object as JSON makes them, and of no class. */
export function isPlainObject(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Note: objects of another realm have another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
