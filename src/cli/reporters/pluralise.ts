import {groupDigits} from '../group-digits.ts'

/** Say how many there are: `1 chat`, `2 chats`. */
export function pluralise(
  count: number,
  one: string,
  many: string = `${one}s`
): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`
}
