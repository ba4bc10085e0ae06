import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Item} from './read-export.ts'

/**
 * List the conversations of an export: those of an array, those under a key of
 * an object, or a conversation alone.
 */
export function listItems(value: unknown, key: string): Array<Item> {
  if (Array.isArray(value)) return toItems(value, [])
  if (isPlainObject(value) && Array.isArray(value[key])) {
    return toItems(value[key], [key])
  }
  return [{value, path: []}]
}

function toItems(
  values: ReadonlyArray<unknown>,
  path: Item['path']
): Array<Item> {
  return values.map((value, index) => ({value, path: [...path, index]}))
}
