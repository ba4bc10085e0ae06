import {hasOwn} from './has-own.ts'
import {isArray} from './is-array.ts'
import {isDate} from './is-date.ts'
import {isPlainObject} from './is-plain-object.ts'

/**
 * Whether a value equals the JSON data on the left.
 *
 * The order of keys does not matter, and a key that is `undefined` is absent.
 * Only JSON equals JSON: a hole in a list, or an object of a class, does not,
 * except for a date, which equals the string that it is in JSON.
 * Data that was read is at most 100 levels deep, so it may recurse, and it
 * goes no deeper than the left side does.
 */
export function equalData(left: unknown, right: unknown): boolean {
  // Note: `===`, as 0 and -0 are one number in JSON.
  if (!isArray(left)) {
    return isPlainObject(left)
      ? equalRecord(left, right)
      : equalScalar(left, right)
  }
  return (
    isArray(right) &&
    left.length === right.length &&
    left.every((item, index) => equalData(item, right[index]))
  )
}

function equalScalar(left: unknown, right: unknown): boolean {
  return toScalar(left) === toScalar(right)
}

/** Take a date for its text in JSON, but not `null`, as which one is none. */
function toScalar(value: unknown): unknown {
  return isDate(value) ? (value.toJSON() ?? value) : value
}

function equalRecord(left: object, right: unknown): boolean {
  if (!isPlainObject(right)) return false
  const pairs = presentPairs(left)
  return (
    pairs.length === presentPairs(right).length &&
    pairs.every(
      ([key, value]) => hasOwn(right, key) && equalData(value, right[key])
    )
  )
}

function presentPairs(value: object): Array<[string, unknown]> {
  return Object.entries<unknown>({...value}).filter(
    ([, item]) => item !== undefined
  )
}
