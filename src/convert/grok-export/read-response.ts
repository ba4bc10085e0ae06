import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTextParts} from '../import/to-text-parts.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import type {GrokResponse} from './schema.ts'
import {toGrokTime} from './to-grok-time.ts'

/** Read a message: its files, and its text. */
export function readResponse(
  response: GrokResponse,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const parts = [
    ...readFiles(response, path, options),
    ...toTextParts(response.message)
  ]
  if (parts.length === 0) return []
  const isUser = response.sender?.toLowerCase() === 'human'
  const about = compact({
    id: response._id,
    time: toGrokTime(response.create_time),
    // Note: of a user it is the model that was asked.
    model: isUser ? undefined : response.model || undefined
  })
  const role = isUser ? 'user' : 'assistant'
  return [{message: {role, parts, ...about}, path}]
}

function readFiles(
  {file_attachments: files}: GrokResponse,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Part> {
  return (files ?? []).map((file, index) => {
    const ref = toText(file)
    if (ref === '') return {type: 'other', kind: 'file', value: file}
    const reason = `Cannot find the file \`${ref}\`: the export names it and does not hold it`
    lose(
      options,
      'file-unresolved',
      [...path, 'file_attachments', index],
      reason
    )
    return {type: 'file', ref}
  })
}
