import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toTime} from '../import/to-time.ts'

/**
 * Turn a time into ISO 8601; it may be one of MongoDB, such as
 * `{$date: {$numberLong: '1735689600000'}}`.
 */
export function toGrokTime(value: unknown): string | undefined {
  const date = isPlainObject(value) ? value.$date : value
  const time = isPlainObject(date) ? Number(date.$numberLong) : date
  return toTime(time, 'ms')
}
