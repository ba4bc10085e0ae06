import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {ResultMatcher} from '../import/match-results.ts'
import type {Step} from '../import/step.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {isPlaceholder} from './is-placeholder.ts'
import {readBlock} from './read-block.ts'
import {readFiles} from './read-files.ts'
import type {ClaudeMessage} from './schema.ts'

/** Read a message: its blocks, and the files it came with. */
export function readMessage(
  message: ClaudeMessage,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Step> {
  const role = message.sender === 'human' ? 'user' : message.sender
  const said = listBlocks(message.content).flatMap((block, index) =>
    readBlock(block, [...path, 'content', index], matcher, options)
  )
  const parts = [
    ...readFiles(message, path, options),
    ...said,
    ...readText(message, said, path, options)
  ]
  if (parts.length === 0) return []
  const about = compact({
    id: message.uuid,
    time: toTime(message.created_at, 's')
  })
  return [{message: {role, parts, ...about}, path}]
}

/** List the blocks of a message; in a design chat they are a level deeper. */
function listBlocks(content: unknown): Array<unknown> {
  if (typeof content === 'string') return [content]
  if (!isPlainObject(content)) return toList(content)
  const blocks = toList(content.contentBlocks)
  return blocks.length > 0 ? blocks : listText(content.content)
}

function listText(content: unknown): Array<unknown> {
  return typeof content === 'string' ? [content] : toList(content)
}

/**
 * Read the text beside the blocks, if no block has text: it is the text of all
 * of them, and of some it says just that they cannot be shown.
 */
function readText(
  {content, text}: ClaudeMessage,
  said: ReadonlyArray<Part>,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Part> {
  const value = toText(text)
  if (value.trim() === '') return []
  if (said.some(part => part.type === 'text')) return []
  if (!isPlaceholder(value)) return [{type: 'text', text: value}]
  // Note: the block said so already.
  if (toList(content).length > 0) return []
  const reason =
    'Cannot keep a block that the export does not hold: it says that the block is not supported'
  lose(options, 'unknown-part', [...path, 'text'], reason)
  return []
}
