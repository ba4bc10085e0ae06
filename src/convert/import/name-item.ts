import type {Item} from './read-export.ts'

/** Say which item of an export is meant, for a message. */
export function nameItem({path}: Item, what: string): string {
  return path.length === 0 ? what : `item \`${path.join('.')}\` of ${what}`
}
