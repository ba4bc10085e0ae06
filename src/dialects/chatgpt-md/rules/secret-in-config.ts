import {isPair, isScalar, type Scalar, visit} from 'yaml'
import {holdsSecret} from '../../../text/secrets.ts'
import type {Rule} from '../../rule.ts'

/** Names of keys, without `_` and in lower case, that hold secrets. */
const secretName =
  /(?:(?:api|access|secret|private)keys?|passwords?|passwd|passphrase|secrets?|authorization)$/

/** Names of keys that hold the token of a service. */
const tokenName = /token$/

/** Names of tokens of models and pages: `stop_token`, `next_page_token`. */
const otherToken =
  /(?:stop|start|end|eos|bos|pad|unk|sep|mask|max|min|first|last|next|page)token$/

/** Longest key that is a name, and no text. */
const maxName = 100

/** A number of this many digits may be a password; fewer are a setting. */
const leastSecret = 1000

/**
 * Report values that should be in nobody’s notes.
 *
 * Notes are shared and synchronised; the key of a provider belongs in the
 * settings of the plugin.
 * The problem does not repeat it, since reports are shared too.
 *
 * ok:
 *
 * ```yaml
 * max_tokens: 300
 * ```
 *
 * not ok:
 *
 * ```yaml
 * apiKey: abc
 * ```
 */
export const secretInConfig: Rule<'secret-in-config'> = {
  ruleId: 'secret-in-config',
  severity: 'warning',
  find({document, yamlStart}, report) {
    // The kind of the keys above a value, as `apiKey: {openai: abc}` holds one.
    const kinds = new Map<unknown, Kind>()
    visit(document, {
      Pair(_position, pair, path) {
        kinds.set(pair, toKind(pair.key, kinds.get(findPair(path))))
      },
      Scalar(position, node, path) {
        if (position === 'key') return
        if (!isSecret(node.value, kinds.get(findPair(path)))) return
        const [start, end] = (node as Scalar.Parsed).range
        report({
          reason:
            'Unexpected secret, expected it in the settings of the plugin: notes are shared and synchronised',
          start: yamlStart + start,
          end: yamlStart + end
        })
      }
    })
  }
}

/** Find the pair that a node is in. */
function findPair(path: ReadonlyArray<unknown>): unknown {
  return [...path].reverse().find(isPair)
}

/** The kind of a value, by the keys above it. */
type Kind = 'secret' | 'token' | undefined

function toKind(key: unknown, outer: Kind): Kind {
  if (outer === 'secret' || !isScalar(key)) return outer
  const {value} = key
  if (typeof value !== 'string' || value.length > maxName) return outer
  const name = value.replace(/[-_ ]/g, '').toLowerCase()
  if (secretName.test(name)) return 'secret'
  return tokenName.test(name) && !otherToken.test(name) ? 'token' : outer
}

/** Whether a value is a secret, by its looks or by the keys around it. */
function isSecret(value: unknown, kind: Kind): boolean {
  // Note: a number of tokens is no secret.
  if (typeof value === 'number')
    return kind === 'secret' && value >= leastSecret
  if (typeof value !== 'string' || value.trim() === '') return false
  return kind !== undefined || holdsSecret(value)
}
