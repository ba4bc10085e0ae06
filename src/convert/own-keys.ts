import type {ChatConfig} from '../tree.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'
import {omit} from './omit.ts'

/**
 * Keep the keys of a request that no chat has, such as `tools`, under the name
 * of their format.
 */
export function keepOwnKeys(
  rest: Record<string, unknown>,
  format: string
): Record<string, unknown> {
  return Object.keys(rest).length === 0 ? {} : {[format]: rest}
}

/**
 * Find the keys that a chat keeps for a format.
 *
 * @param known
 *   Keys that the format writes itself.
 */
export function findOwnKeys(
  config: ChatConfig,
  format: string,
  known: ReadonlyArray<string>
): Record<string, unknown> {
  const own = config[format]
  return isPlainObject(own) ? omit(own, known) : {}
}
