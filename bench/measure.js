// Times of several tasks, measured side by side. A machine may be busy, so each
// round runs every task once, a ratio is of two times in the same round, and the
// median over the rounds counts. Time is that of the clock, because the processor
// also collects garbage that another task has left.

/**
 * @typedef Task
 * @property {string} name
 * @property {() => unknown} run
 *
 * @typedef {Map<string, Array<number>>} Times
 *   For each task its time in each round, in milliseconds.
 */

/** How long a sample takes at least, in milliseconds. */
const sample = 20

/** How long a task runs before it is measured, so that V8 has compiled it. */
const warm = 1000

/**
 * Time each task once a round.
 *
 * @param {ReadonlyArray<Task>} tasks
 * @param {number} [rounds] (default: `25`)
 * @returns {Times}
 */
export function measure(tasks, rounds = 25) {
  const runs = tasks.map(task => ({...task, count: calibrate(task.run)}))
  /** @type {Times} */
  const times = new Map(tasks.map(({name}) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // The one before leaves caches and a heap, so each comes after each. Note:
    // no `gc()` between them, because V8 would drop compiled code.
    const first = round % runs.length
    for (const task of [...runs.slice(first), ...runs.slice(0, first)]) {
      times.get(task.name)?.push(time(task.run, task.count) / task.count)
    }
  }
  return times
}

/**
 * How much longer one task takes than another, by the median of the rounds.
 *
 * @param {Times} times
 * @param {string} name
 * @param {string} yardstick
 */
export function ratio(times, name, yardstick) {
  const base = times.get(yardstick) ?? []
  const own = times.get(name) ?? []
  return median(own.map((time, round) => time / (base[round] ?? 0)))
}

/** @param {ReadonlyArray<number>} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? /** @type {number} */ (sorted[middle])
    : /** @type {number} */ (
        sorted[middle - 1] + /** @type {number} */ (sorted[middle])
      ) / 2
}

/**
 * Warm a task up, and find how many runs make a sample.
 *
 * @param {() => unknown} run
 */
function calibrate(run) {
  let count = 1
  let spent = 0
  while (true) {
    const took = time(run, count)
    spent += took
    if (took < sample) count *= 2
    else if (spent > warm) return count
  }
}

/** Where results go, so that none can be left out. */
let sink = 0

/**
 * Time runs, in milliseconds.
 *
 * @param {() => unknown} run
 * @param {number} count
 */
export function time(run, count) {
  const start = performance.now()
  for (let index = 0; index < count; index++) sink += run() ? 1 : 0
  return performance.now() - start
}

/** How many runs gave something. */
export function getSink() {
  return sink
}
