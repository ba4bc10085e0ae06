/**
 * Count the slips between two words, or return 3 where they are surely more: the
 * Damerau-Levenshtein distance, with swaps of neighbours.
 */
export function measureSlips(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3
  let beforeLast: Array<number> = []
  let last = Array.from({length: right.length + 1}, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1
      const swapped =
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      line.push(
        Math.min(
          at(last, column) + 1,
          at(line, column - 1) + 1,
          at(last, column - 1) + cost,
          swapped ? at(beforeLast, column - 2) + 1 : 3
        )
      )
    }
    beforeLast = last
    last = line
  }
  return at(last, right.length)
}

function at(line: Array<number>, index: number): number {
  return line[index] as number
}
