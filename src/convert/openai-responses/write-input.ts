import {compact} from '../compact.ts'
import {toFileUrl} from '../file-url.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, TextPart} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import {toFileType} from '../to-file-type.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import type {ResponsesInputPart} from './types.ts'

/** Write a message of a user, or an instruction; of these only users have files. */
export function writeInput(
  step: Step,
  options: Readonly<LossOptions>
): Array<ResponsesInputPart> | string {
  const {role} = step.message
  const isPrompt = role === 'developer' || role === 'system'
  const parts = writeContent<ResponsesInputPart>(step, (part, path) => {
    if (isPrompt) return losePart(part, path, format, options)
    if (part.type === 'file') {
      return writeFile(part) ?? writeFileText(part, path, format, options)
    }
    // A cast, since it is a part of OpenAI that we do not know.
    const own = findOwnPart(part, 'openai-responses') as
      | ResponsesInputPart
      | undefined
    return own ?? losePart(part, path, format, options)
  }).map(toInput)
  const [first] = parts
  if (!first) return ''
  return parts.length === 1 && first.type === 'input_text' ? first.text : parts
}

function toInput(part: ResponsesInputPart | TextPart): ResponsesInputPart {
  return part.type === 'text' ? {type: 'input_text', text: part.text} : part
}

function writeFile(part: FilePart): ResponsesInputPart | undefined {
  const {data, ref} = part
  const url = toFileUrl(part)
  if (ref === undefined && url === undefined) return undefined
  const file_id = url === undefined ? ref : undefined
  if (toFileType(part).startsWith('image/')) {
    const image = compact({image_url: url, file_id})
    return {type: 'input_image', detail: 'auto', ...image}
  }
  return {
    type: 'input_file',
    ...compact({
      file_data: data === undefined ? undefined : url,
      file_url: data === undefined ? url : undefined,
      file_id,
      filename: part.name
    })
  }
}
