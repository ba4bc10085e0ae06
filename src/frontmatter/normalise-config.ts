import type {KeySchemas} from '../dialects/dialect.ts'
import type {ChatConfig} from '../tree.ts'
import {isArray} from '../yaml/is-array.ts'
import {isDate} from '../yaml/is-date.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'
import {type Data, maxDepth} from '../yaml/pair.ts'
import {setOwn} from '../yaml/to-data.ts'
import {sayMistake} from './report.ts'
import {validate} from './validate.ts'

/**
 * How many values may be written: more are not read again, and one list in two
 * places is two lists in YAML, so lists of lists double at every level.
 */
const maxValues = 1_000_000

/** State of one copy. */
interface Copy {
  /** Key at the top, for messages. */
  key: string
  /** How many values are copied so far. */
  count: number
}

/**
 * Copy a config as the reader would give it, and dates as they are; keys that
 * are `undefined` are left out.
 *
 * Throws a `TypeError` that names the key if a value is no JSON or does not fit
 * the schema: such a config could not be read again.
 */
export function normaliseConfig(
  config: Readonly<ChatConfig>,
  schemas: KeySchemas
): ChatConfig {
  const data: Data = {}
  const copy: Copy = {key: '', count: 0}
  for (const [key, value] of Object.entries(config)) {
    copy.key = key
    if (value !== undefined) setOwn(data, key, toJson(value, copy, 1))
  }
  const {config: normal, mistakes} = validate(data, schemas)
  const [mistake] = mistakes
  if (mistake) {
    const key = String(mistake.path[0])
    const reason = sayMistake(mistake, 'value')
    throw new TypeError(`Cannot write \`${key}\`: ${reason}`)
  }
  return normal
}

function toJson(value: unknown, copy: Copy, depth: number): unknown {
  if (++copy.count > maxValues) fail(copy, `${maxValues} values or more`)
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'boolean') return value
  if (isDate(value) && !Number.isNaN(value.getTime())) return value
  if (depth >= maxDepth) fail(copy, `${maxDepth} levels or more`)
  if (isArray(value)) {
    // Note: `from`, as `map` would jump over holes.
    return Array.from(value, item => toJson(item, copy, depth + 1))
  }
  if (!isPlainObject(value)) fail(copy, name(value))
  const record: Data = {}
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue
    setOwn(record, key, toJson(item, copy, depth + 1))
  }
  return record
}

function name(value: unknown): string {
  if (typeof value === 'number')
    return `number \`${value}\`, expected a finite one`
  if (isDate(value)) return 'date that is none, expected a time'
  const kind = typeof value === 'object' ? 'object of a class' : typeof value
  return `${kind}, expected JSON`
}

function fail({key}: Copy, found: string): never {
  throw new TypeError(`Cannot write \`${key}\`: Unexpected ${found}`)
}
