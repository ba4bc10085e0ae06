import type {BranchNode} from './find-branches.ts'

/** A message with its place. */
export interface Linked<T> extends BranchNode {
  /** Its key. */
  key: string
  /** Message, as it is in the export. */
  value: T
  /** Its index in the export. */
  index: number
}

/** The place of a message. */
export interface Link {
  /** Key that other messages name it by. */
  key?: string | null | undefined
  /** Key of the message before it. */
  parent?: string | null | undefined
  /** When it was written, in milliseconds. */
  time?: number | undefined
}

/**
 * Give each message a key and its parent. If no message names one that is there,
 * each follows the one before it.
 */
export function linkMessages<T>(
  values: ReadonlyArray<T>,
  toLink: (value: T) => Link
): Map<string, Linked<T>> {
  const links = values.map(value => ({value, ...toLink(value)}))
  const keys = new Set(links.map(({key}) => key))
  const isTree = links.some(({parent}) => parent != null && keys.has(parent))
  const linked = new Map<string, Linked<T>>()
  let previous: string | undefined
  links.forEach(({value, key, parent, time}, index) => {
    // Note: a key that is there twice is that of the first message.
    const own = key != null && !linked.has(key) ? key : `#${index}`
    const before = isTree ? parent : previous
    linked.set(own, {key: own, value, index, time, parent: before})
    previous = own
  })
  return linked
}
