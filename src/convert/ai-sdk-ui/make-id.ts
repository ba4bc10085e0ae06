/** Make the id of the message at an index. */
export function makeId(index: number): string {
  return `msg_${index + 1}`
}
