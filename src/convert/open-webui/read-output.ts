import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {readItem} from '../import/read-item.ts'
import type {Part} from '../message.ts'

/** Read the items of an answer, whose results name their calls. */
export function readOutput(items: ReadonlyArray<unknown>): Array<Part> {
  const names = new Map<string, string>()
  return items.flatMap(item =>
    isPlainObject(item) ? readItem(item, names) : []
  )
}
