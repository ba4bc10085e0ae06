/** Say how many there are: `1 chat`, `2 chats`. */
export function pluralise(
  count: number,
  one: string,
  many: string = `${one}s`
): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
