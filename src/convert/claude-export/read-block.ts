// In: a block of a message of Claude. Out: parts. A block that no reader knows
// is kept as it is.

import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {ResultMatcher} from '../import/match-results.ts'
import {readImage} from '../import/read-image.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'
import {isPlaceholder} from './is-placeholder.ts'
import {readText} from './read-text.ts'
import {readDesignCall, readResult, readToolUse} from './read-tool.ts'

/** Read a block. */
export function readBlock(
  block: unknown,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Part> {
  if (typeof block === 'string') {
    return block.trim() === '' ? [] : [{type: 'text', text: block}]
  }
  if (!isPlainObject(block)) return []
  const kind = toText(block.type)
  if (isPlaceholder(toText(block.text))) {
    const reason =
      'Cannot keep a block that the export does not hold: it says that the block is not supported'
    lose(options, 'unknown-part', path, reason)
    return []
  }
  switch (kind) {
    case 'text':
    case 'voice_note':
      return readText(block)
    case 'thinking':
      return readThinking(block)
    case 'tool_use':
      return readToolUse(block, matcher, options)
    case 'tool_result':
      return readResult(block, path, matcher, options)
    case 'tool_call':
      return readDesignCall(block)
    case 'image':
      return readImage(block)
    case 'token_budget': {
      const reason = 'Cannot keep `token_budget`: it is nothing that is said'
      lose(options, 'unknown-part', path, reason)
      return []
    }
    default:
      return [{type: 'other', kind, value: omit(block, ['type'])}]
  }
}

function readThinking(block: Record<string, unknown>): Array<Part> {
  const meta = compact({
    signature: toText(block.signature) || undefined,
    summaries:
      isArray(block.summaries) && block.summaries.length > 0
        ? block.summaries
        : undefined,
    cut_off: block.cut_off === true ? true : undefined
  })
  const hasMeta = Object.keys(meta).length > 0
  const text = toText(block.thinking)
  if (text.trim() === '' && !hasMeta) return []
  return [{type: 'reasoning', text, ...(hasMeta && {meta})}]
}
