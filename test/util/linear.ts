import {expect} from 'vitest'

/** How much longer 10 times the input may take. */
const most = 15

/**
 * Expect 10 times the input to take less than 15 times the time. A machine may
 * be busy, so the best of several runs counts, and a failure is tried again.
 */
export function expectLinear(small: () => unknown, large: () => unknown): void {
  let ratio = Infinity
  for (let attempt = 0; attempt < 10 && ratio >= most; attempt++) {
    // A run that takes no time says nothing: a millisecond is the least.
    ratio = Math.min(ratio, time(large, 2) / Math.max(1, time(small, 5)))
  }
  expect(ratio).toBeLessThan(most)
}

function time(run: () => unknown, runs: number): number {
  let best = Infinity
  for (let index = 0; index < runs; index++) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}
