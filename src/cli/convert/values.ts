// A file goes in, the values that a format reads one by one come out.

import type {Format} from '../../convert/format.ts'
import {type Item, readJsonItems} from './json-items.ts'
import {readLines} from './lines.ts'
import {peekCharacter, readText, type Source} from './source.ts'

/** Up to which size an object is read as a whole, in bytes. */
const largest = 64 * 1024 * 1024

/** How long a line is at most that is looked at by itself, in characters. */
const longest = 16 * 1024 * 1024

/** A value of a file, or why one cannot be read. */
export interface Value {
  /** Which of many it is, such as `[12]`; empty if there is one only. */
  at: string
  value?: unknown
  problem?: string
}

/** Read the values of a file one by one. */
export function readValues(
  source: Source,
  {kind}: Format
): AsyncGenerator<Value, void, undefined> {
  if (kind === 'jsonl') return readRows(source)
  if (kind === 'session') return readAllLines(source)
  if (kind === 'export') return readItems(source)
  return readWhole(source, kind === 'text')
}

async function* readWhole(
  source: Source,
  isText: boolean
): AsyncGenerator<Value> {
  if (!isText && (await hasLines(source))) {
    yield* readEachLine(source)
    return
  }
  const text = await readText(source.read())
  yield {at: '', value: isText ? text : parseJson(text)}
}

/** Whether each line is a value of its own, as `convert` writes many. */
async function hasLines(source: Source): Promise<boolean> {
  let count = 0
  for await (const {value} of readLines(source.peek(), longest)) {
    if (count++ > 0) return true
    try {
      JSON.parse(value)
    } catch {
      return false
    }
  }
  return false
}

async function* readItems(source: Source): AsyncGenerator<Value> {
  const isArray = (await peekCharacter(source)) === '['
  if (isArray || source.size > largest) {
    let count = 0
    for await (const item of readJsonItems(source.read(), isArray)) {
      count++
      yield toValue(item)
    }
    // Note: an object of this size cannot be looked at as a whole.
    if (count > 0 || isArray) return
    throw new SyntaxError('Missing `conversations` of a file over 64 MB')
  }
  const value = parseJson(await readText(source.read()))
  const items = Object(value).conversations
  if (Array.isArray(items)) {
    yield* items.map((value, index) => toValue({index, value}))
  } else yield {at: '', value}
}

function toValue({index, value}: Item): Value {
  return {at: `[${index}]`, value}
}

async function* readEachLine(source: Source): AsyncGenerator<Value> {
  for await (const {number, value} of readLines(source.read())) {
    const at = `:${number}`
    try {
      yield {at, value: parseJson(value)}
    } catch (error) {
      yield {at, problem: (error as SyntaxError).message}
    }
  }
}

/** Note: a format of lines reads a list of them, here one by one. */
async function* readRows(source: Source): AsyncGenerator<Value> {
  // Note: many keep such rows as an array, too.
  if ((await peekCharacter(source)) === '[') {
    for await (const item of readJsonItems(source.read(), true)) {
      yield {...toValue(item), value: [item.value]}
    }
    return
  }
  for await (const line of readEachLine(source)) {
    yield line.problem === undefined ? {...line, value: [line.value]} : line
  }
}

/** Note: a session that still runs, or was killed, ends in half a line. */
async function* readAllLines(source: Source): AsyncGenerator<Value> {
  if (!(await hasLines(source))) {
    yield* readWhole(source, false)
    return
  }
  const values: Array<unknown> = []
  for await (const {at, value, problem} of readEachLine(source)) {
    if (problem === undefined) values.push(value)
    else yield {at, problem}
  }
  yield {at: '', value: values}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new SyntaxError(`Cannot read JSON: ${(error as Error).message}`)
  }
}
