import type {Dialect} from '../dialect.ts'
import {keySchemas} from './config.ts'
import {detect} from './detect.ts'
import {decode, encode, findEscapes, mayHaveEscapes} from './escape.ts'
import {delimiters, firstRole, roleMarkerParts, style} from './grammar.ts'
import {measure, readLine, readSpeaker} from './read.ts'
import {readingRules, rules} from './rules/index.ts'
import {sent} from './sent.ts'
import {changeBoundary, readStyle, strengthen, writeBoundary} from './write.ts'

/**
 * Notes of ChatGPT MD, with the rules alone that `parse` looks for, so that a
 * bundle without `check` has no others.
 */
export const chatgptMdReader: Dialect = {
  name: 'chatgpt-md',
  keys: keySchemas,
  firstRole,
  // Note: not `role::`, since looking for it would stop at every `r`.
  needles: [...delimiters, roleMarkerParts[1]],
  readLine,
  measure,
  readSpeaker,
  unwrapsFences: true,
  mayHaveEscapes,
  decode,
  encode,
  findEscapes,
  sent,
  style,
  readStyle,
  writeBoundary,
  changeBoundary,
  strengthen,
  rules: readingRules,
  detect
}

/** Notes of ChatGPT MD, a plugin of Obsidian. */
export const chatgptMd: Dialect = /* @__PURE__ */ Object.assign(
  {},
  chatgptMdReader,
  {rules}
)
