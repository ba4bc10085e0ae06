/** Find the offsets of `part` in `[start, end)`. */
export function findAll(
  value: string,
  part: string,
  start: number,
  end: number
): Array<number> {
  const offsets: Array<number> = []
  // Sliced, since `indexOf` would look on behind the end, turn after turn.
  const slice = value.slice(start, end)
  let offset = slice.indexOf(part)
  while (offset !== -1) {
    offsets.push(start + offset)
    offset = slice.indexOf(part, offset + part.length)
  }
  return offsets
}
