import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {ChatMessage} from '../message.ts'
import type {ImportOptions} from './import-options.ts'
import type {Step} from './step.ts'

/** Take a message that a product does not show, if that is asked for. */
export function readHidden(
  message: ChatMessage,
  path: Loss['path'],
  product: string,
  options: Readonly<ImportOptions>
): Array<Step> {
  if (message.parts.length === 0) return []
  if (options.hidden) return [{message, path}]
  const reason = `Cannot see a message that ${product} hides: \`hidden: true\` keeps it`
  lose(options, 'hidden-dropped', path, reason)
  return []
}
