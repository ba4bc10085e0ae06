import type {Format} from '../../convert/format.ts'

/**
 * Data formats by their name on the command line.
 *
 * Note: loaded when asked for, so that no other command waits for them.
 */
const loaders: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['json', async () => (await import('../../convert/json.ts')).json],
  ['tree', async () => (await import('../../convert/tree.ts')).tree],
  ['ndjson', async () => (await import('../../convert/ndjson.ts')).ndjson],
  ['turns', async () => (await import('../../convert/turns.ts')).turns]
])

/** Names of the formats, in the order of `docs/conversions.md`. */
export const formatIds: ReadonlyArray<string> = [...loaders.keys()]

/** Load a format; `undefined` if there is none of this name. */
export async function loadFormat(id: string): Promise<Format | undefined> {
  return loaders.get(id)?.()
}

/** Load all formats. */
export function loadFormats(): Promise<Array<Format>> {
  return Promise.all([...loaders.values()].map(load => load()))
}
