import {hasOwn} from '../../yaml/has-own.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Part} from '../message.ts'

type Check = (value: unknown) => boolean

const isString: Check = value => typeof value === 'string'
const isOptionalString: Check = value => value === undefined || isString(value)
const isOptionalObject: Check = value =>
  value === undefined || isPlainObject(value)
const isAnything: Check = () => true

/** Keys of each part in the order in which they are written. */
const fields: Record<Part['type'], ReadonlyArray<[string, Check]>> = {
  text: [['text', isString]],
  reasoning: [
    ['text', isString],
    ['meta', isOptionalObject]
  ],
  'tool-call': [
    ['name', isString],
    ['id', isOptionalString],
    ['input', isAnything],
    ['raw', isOptionalString],
    ['meta', isOptionalObject]
  ],
  'tool-result': [
    ['name', isString],
    ['id', isOptionalString],
    ['output', isAnything],
    ['error', value => value === undefined || value === true]
  ],
  file: [
    ['mediaType', isOptionalString],
    ['name', isOptionalString],
    ['url', isOptionalString],
    ['data', isOptionalString],
    ['ref', isOptionalString],
    ['text', isOptionalString]
  ],
  refusal: [['text', isString]],
  other: [
    ['kind', isString],
    ['value', isAnything]
  ]
}

/** Read a value as a part, with its own keys alone and in order. */
export function pickPart(value: unknown): Part | undefined {
  if (!isPlainObject(value)) return undefined
  const {type} = value
  if (typeof type !== 'string' || !hasOwn(fields, type)) return undefined
  const part: Record<string, unknown> = {type}
  for (const [key, check] of fields[type as Part['type']]) {
    const item = hasOwn(value, key) ? value[key] : undefined
    if (!check(item)) return undefined
    if (item !== undefined) part[key] = item
  }
  // Note: the checks are those of the type.
  return part as unknown as Part
}
