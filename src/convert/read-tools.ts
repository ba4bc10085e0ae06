import {isArray} from '../yaml/is-array.ts'

/**
 * Read which tools may be called: a list, or JSON of one, since a column of a
 * data set has one type; anything else is none.
 */
export function readTools(value: unknown): Array<unknown> | undefined {
  const tools = typeof value === 'string' ? parseJson(value) : value
  return isArray(tools) && tools.length > 0 ? tools : undefined
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
