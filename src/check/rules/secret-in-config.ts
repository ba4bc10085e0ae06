import {isPair, isScalar, type Scalar, visit} from 'yaml'
import type {Frontmatter} from '../../frontmatter/read.ts'
import type {Report} from '../../problem.ts'
import {looksSecret} from '../../secrets.ts'

/**
 * Names of keys, without `_` and in lower case, that hold secrets.
 *
 * Note: not `max_tokens`, and not what models call tokens: `stop_token`.
 */
const secretName =
  /(?:(?:api|access|secret|private)key|password|passphrase|secret|(?<!stop|start|end|eos|bos|pad|unk|sep|mask|max)token)$/

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
export function secretInConfig(
  {document}: Frontmatter,
  _value: string,
  report: Report
): void {
  visit(document, {
    Scalar(position, node, path) {
      if (position === 'key') return
      const parent = path.at(-1)
      const key = isPair(parent) ? parent.key : undefined
      if (!isSecret(node.value, key)) return
      const [start, end] = (node as Scalar.Parsed).range
      const reason =
        'Unexpected secret, expected it in the settings of the plugin'
      report({ruleId: 'secret-in-config', reason, start, end})
    }
  })
}

function isSecret(value: unknown, key: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false
  if (looksSecret(value.trim())) return true
  if (!isScalar(key) || typeof key.value !== 'string') return false
  const name = key.value.replace(/[-_ ]/g, '').toLowerCase()
  return secretName.test(name)
}
