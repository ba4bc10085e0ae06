import type {ChatgptMessage} from './schema.ts'

/** Keys of metadata that say a message is not shown. */
const hiddenKeys = [
  'is_visually_hidden_from_conversation',
  'is_user_system_message',
  'rebase_system_message'
]

/** Whether ChatGPT does not show a message; calls and results it can show. */
export function isHidden({author, content, metadata}: ChatgptMessage): boolean {
  if (author.role === 'system') return true
  if (content?.content_type?.endsWith('_editable_context')) return true
  return hiddenKeys.some(key => metadata?.[key] === true)
}
