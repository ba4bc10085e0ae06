/** Count the first items that come before something; all of those are first. */
export function countBefore(
  length: number,
  isBefore: (index: number) => boolean
): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
