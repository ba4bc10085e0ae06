import {expect} from 'vitest'

/**
 * Expect 10 times the input to take less than `most` times the time (default:
 * 15). A machine may be busy, so the best of several runs counts, and a failure
 * is tried again.
 */
export function expectLinear(
  small: () => unknown,
  large: () => unknown,
  most: number = 15
): void {
  let ratio = Infinity
  for (let attempt = 0; attempt < 10 && ratio >= most; attempt++) {
    // A run that takes no time says nothing: a millisecond is the least.
    ratio = Math.min(ratio, time(large, 1) / Math.max(1, time(small, 10)))
  }
  expect(ratio).toBeLessThan(most)
}

/**
 * Time `runs` runs in a row, and return the mean. Results are kept, so that
 * as much memory is in use after 10 small runs as after a large one.
 */
function time(run: () => unknown, runs: number): number {
  const kept: Array<unknown> = []
  const start = performance.now()
  for (let index = 0; index < runs; index++) kept.push(run())
  return (performance.now() - start) / kept.length
}
