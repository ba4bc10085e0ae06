import {JSONParser} from '@streamparser/json'

/** One value of many in a file. */
export interface Item {
  /** Its place among them, from 0. */
  index: number
  value: unknown
}

/** A stream of bytes, as `createReadStream` and stdin are. */
export type Bytes = AsyncIterable<Uint8Array, unknown, undefined>

/**
 * Read the items of a JSON array one by one, or those of `conversations` in an
 * object, so that a file of any size takes the memory of its largest item.
 *
 * @throws {SyntaxError} If it is no JSON: what follows cannot be told apart.
 */
export async function* readJsonItems(
  bytes: Bytes,
  isArray: boolean
): AsyncGenerator<Item, void, undefined> {
  const items: Array<Item> = []
  let fault: Error | undefined
  const parser = new JSONParser({
    paths: [isArray ? '$.*' : '$.conversations.*'],
    keepStack: false,
    // Note: without it, strings are joined character by character.
    stringBufferSize: 65_536
  })
  parser.onValue = ({value, key}) => {
    items.push({index: Number(key), value})
  }
  parser.onError = error => {
    fault ??= error
  }
  for await (const chunk of bytes) {
    parser.write(chunk)
    yield* items.splice(0)
    if (fault) break
  }
  if (!fault && !parser.isEnded) parser.end()
  if (fault) throw new SyntaxError(`Cannot read JSON: ${fault.message}`)
}
