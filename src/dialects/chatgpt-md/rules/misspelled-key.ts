import {isMap, isScalar} from 'yaml'
import {offer} from '../../../problem.ts'
import {shorten} from '../../../text/shorten.ts'
import {measureSlips} from '../../../text/slips.ts'
import type {Rule} from '../../rule.ts'
import {knownKeys} from '../config.ts'

/** Words that are keys of people’s own, whatever their case and number. */
const ownWords: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...knownKeys.filter(key => /^[a-z]+$/.test(key)),
  // Near known keys: words, of other languages too, and another tool’s setting.
  ...['models', 'mode', 'modelo', 'modele'],
  ...['streams', 'steam'],
  ...['titles', 'titled', 'tile', 'titel'],
  ...['agents', 'agente'],
  'min_tokens'
])

/** The number at the end of a key. */
const number = /[-_ ]?\d+$/

const folded = /* @__PURE__ */ new Map(knownKeys.map(key => [fold(key), key]))

/** Length of the longest known key. */
const longest = /* @__PURE__ */ Math.max(...knownKeys.map(key => key.length))

/**
 * Report keys that are nearly known ones.
 *
 * A known key of one word in another case, or with a number after it, is a
 * property of the note: other tools have `Title` and `URL`, and people number
 * their own, as `url2` and `model2`.
 * Nobody but ChatGPT MD has keys of several words such as `top_p`, so `TopP`
 * and `top_p1` are meant for it, and set nothing.
 *
 * ok:
 *
 * ```yaml
 * temperature: 0
 * tag: recipe
 * Title: Eggs
 * url2: https://example.com
 * ```
 *
 * not ok:
 *
 * ```yaml
 * temprature: 0
 * systemCommands: []
 * top_p1: 0.5
 * ```
 */
export const misspelledKey: Rule<'misspelled-key'> = {
  ruleId: 'misspelled-key',
  severity: 'warning',
  find({document, yamlStart}, report) {
    const map = document.contents
    if (!isMap(map)) return
    const names = new Set(map.items.map(({key}) => String(key)))
    for (const {key} of map.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue
      const known = findNear(key.value)
      if (known === undefined) continue
      const [start, end] = key.range
      const found = offer(yamlStart + start, yamlStart + end, known, false)
      report({
        reason: `Unexpected unknown key \`${shorten(key.value)}\`, expected \`${known}\`: it sets nothing`,
        actual: key.value,
        ...found,
        // A second key of that name would be a mistake too.
        fix: names.has(known) ? undefined : found.fix
      })
      names.add(known)
    }
  }
}

/** Find the known key that a key is probably meant to be. */
function findNear(key: string): string | undefined {
  if (key.length > longest + 2 || knownKeys.includes(key)) return
  const word = key.toLowerCase()
  if (ownWords.has(word.replace(number, ''))) return
  const same = folded.get(fold(key))
  if (same !== undefined) return same
  let least = 3
  let near: string | undefined
  for (const known of knownKeys) {
    const target = known.toLowerCase()
    const distance = measureSlips(word, target)
    if (distance < least && isSlip(word, target, distance)) {
      least = distance
      near = known
    }
  }
  return near
}

/**
 * Whether a key is so near a known one that it is a slip.
 *
 * The shorter the known key, the more other words are near it: `tags` has
 * `tabs`, `title` has `titre`, `top_p` has `top_k`.
 */
function isSlip(word: string, known: string, distance: number): boolean {
  if (known.length >= 8) return distance === 1 || word[0] === known[0]
  if (distance !== 1) return false
  const isLong = known.length >= 5
  return (isLong && word.length !== known.length) || isSwap(word, known)
}

/** Whether a key has the same letters in another order. */
function isSwap(word: string, known: string): boolean {
  return [...word].sort().join('') === [...known].sort().join('')
}

/** Take case, dashes, and underscores away. */
function fold(key: string): string {
  return key.replace(/[-_ ]/g, '').toLowerCase()
}
