import {maxDepth} from './compose.ts'
import {isArray} from './is-array.ts'
import {sayMistake} from './report.ts'
import type {ChatConfig} from './schema.ts'
import {type Data, setOwn} from './to-data.ts'
import {validate} from './validate.ts'

/**
 * Copy a config as the reader would give it; keys that are `undefined` are
 * left out.
 *
 * Throws a `TypeError` that names the key if a value is no JSON or not what
 * the schema wants: such a config could not be read again.
 */
export function normaliseConfig(config: Readonly<ChatConfig>): ChatConfig {
  const data: Data = {}
  for (const [key, value] of Object.entries(config)) {
    if (value !== undefined) setOwn(data, key, toJson(value, key, 1))
  }
  const {config: normal, mistakes} = validate(data)
  const [mistake] = mistakes
  if (mistake) {
    const key = String(mistake.path[0])
    const reason = sayMistake(mistake, 'value')
    throw new TypeError(`Cannot write \`${key}\`: ${reason}`)
  }
  return normal
}

function toJson(value: unknown, key: string, depth: number): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (value === null || isSimple(value)) return value
  if (depth >= maxDepth) {
    throw new TypeError(
      `Cannot write \`${key}\`: Unexpected ${maxDepth} levels or more`
    )
  }
  if (isArray(value)) {
    // Note: `from`, as `map` would jump over holes.
    return Array.from(value, item => toJson(item, key, depth + 1))
  }
  if (!isPlainObject(value)) {
    throw new TypeError(`Cannot write \`${key}\`: Unexpected ${name(value)}`)
  }
  const record: Data = {}
  for (const [innerKey, item] of Object.entries(value)) {
    if (item !== undefined)
      setOwn(record, innerKey, toJson(item, key, depth + 1))
  }
  return record
}

function isSimple(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean'
}

function isPlainObject(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Note: objects of another realm have another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function name(value: unknown): string {
  if (typeof value === 'number')
    return `number \`${value}\`, expected a finite one`
  const kind = typeof value === 'object' ? 'object of a class' : typeof value
  return `${kind}, expected JSON`
}
