import type {Pair, ParsedNode} from 'yaml'

/** JSON object. */
export type Data = Record<string, unknown>

/** Key and value as `yaml` composes them. */
export type ParsedPair = Pair<ParsedNode, ParsedNode | null>

/** Names of the keys of a map; `undefined` where a key is no JSON. */
export type Keys = Array<string | undefined>

/** How many lists and maps may stand in each other. */
export const maxDepth = 100
