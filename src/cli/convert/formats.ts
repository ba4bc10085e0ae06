import type {Format} from '../../convert/format.ts'

/**
 * Data formats by their name on the command line.
 *
 * Note: loaded when asked for, so that no other command waits for them.
 */
const loaders: ReadonlyMap<string, () => Promise<Format>> = new Map([])

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
