import type {Format} from '../../convert/format.ts'
import {loadFormats} from './formats.ts'
import {readJsonItems} from './json-items.ts'
import {readLines} from './lines.ts'
import {peekCharacter, readText, type Source} from './source.ts'

/** How many lines of a session tell what it is. */
const mostLines = 50

/** How long one of them is at most, in characters. */
const longest = 16 * 1024 * 1024

/** Guess by the shape of its values which format a file has. */
export async function guessFormat(source: Source): Promise<Format | undefined> {
  const formats = (await loadFormats()).filter(({from}) => from)
  const find = (kinds: ReadonlyArray<Format['kind']>, value: unknown) =>
    formats.find(
      ({kind, detect}) => kinds.includes(kind) && (detect?.(value) ?? false)
    )
  const isArray = (await peekCharacter(source)) === '['
  const lines = isArray ? [] : await peekLines(source)
  if (lines.length > 0) {
    const found =
      find(['session'], lines) ??
      find(['jsonl', 'json', 'export'], lines[0]) ??
      // Note: more than one of them tells rows from a request.
      (lines.length > 1 ? find(['jsonl'], lines) : undefined)
    if (found || lines.length > 1) return found
  }
  const item = await peekItem(source, isArray)
  if (item !== undefined) {
    const found =
      find(['export'], item) ??
      find(['jsonl'], item) ??
      (isArray ? find(['jsonl'], [item]) : undefined)
    if (found) return found
  }
  return find(['json', 'export', 'session'], await peekValue(source))
}

/** Read the first lines, if each is a JSON object of its own. */
async function peekLines(source: Source): Promise<Array<unknown>> {
  const values: Array<unknown> = []
  for await (const {value} of readLines(source.peek(), longest)) {
    const parsed = tryJson(value)
    if (typeof parsed !== 'object' || Array.isArray(parsed)) break
    values.push(parsed)
    if (values.length === mostLines) break
  }
  return values
}

/** Read the first item of an array, or of `conversations`. */
async function peekItem(source: Source, isArray: boolean): Promise<unknown> {
  try {
    for await (const {value} of readJsonItems(source.peek(), isArray)) {
      return value
    }
  } catch {
    // No JSON: whoever reads it will say so.
  }
  return undefined
}

async function peekValue(source: Source): Promise<unknown> {
  return tryJson(await readText(source.peek()))
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}
