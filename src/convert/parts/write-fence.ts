import {toEscape, writeJson} from './json.ts'
import {writeWord} from './word.ts'

/** Write fenced code, with fences longer than any in it. */
export function writeFence(info: string, body: string): string {
  const runs = body.match(/`{3,}/g) ?? []
  const size = runs.reduce((most, {length}) => Math.max(most, length), 2)
  const fence = '`'.repeat(size + 1)
  return `${fence}${info}\n${body}\n${fence}`
}

/** Write an info string; `undefined` if one of the words cannot be written. */
export function writeInfo(
  kind: string,
  words: ReadonlyArray<string | undefined>,
  meta?: object
): string | undefined {
  const written = words.filter(word => word !== undefined).map(writeWord)
  if (written.includes(undefined)) return undefined
  // Note: an info string after backticks holds none.
  const json = meta && writeJson(meta).replace(/`/g, toEscape)
  return [kind, ...written, ...(json ? [json] : [])].join(' ')
}
