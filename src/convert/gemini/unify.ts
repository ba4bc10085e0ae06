// A request may say the same in many ways. Comes in: any value. Goes out: the same
// with lists of contents, and with the names of keys that the documentation has.

import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'

/** Names with `_`, which Google takes too. */
const names = new Map([
  ['system_instruction', 'systemInstruction'],
  ['generation_config', 'generationConfig'],
  ['safety_settings', 'safetySettings'],
  ['tool_config', 'toolConfig'],
  ['cached_content', 'cachedContent'],
  ['inline_data', 'inlineData'],
  ['file_data', 'fileData'],
  ['function_call', 'functionCall'],
  ['function_response', 'functionResponse'],
  ['thought_signature', 'thoughtSignature'],
  ['mime_type', 'mimeType'],
  ['file_uri', 'fileUri'],
  ['top_p', 'topP'],
  ['top_k', 'topK'],
  ['max_output_tokens', 'maxOutputTokens'],
  ['stop_sequences', 'stopSequences'],
  ['candidate_count', 'candidateCount'],
  ['presence_penalty', 'presencePenalty'],
  ['frequency_penalty', 'frequencyPenalty']
])

/** Bring a request into one form; any other value stays as it is. */
export function unify(value: unknown): unknown {
  if (isArray(value)) return unify({contents: value})
  return mapEntries(value, (key, item) => {
    switch (key) {
      case 'contents':
      case 'systemInstruction':
        return toContents(item)
      case 'generationConfig':
      case 'config':
        return mapEntries(item, (key, item) =>
          key === 'systemInstruction' ? toContents(item) : item
        )
      default:
        return item
    }
  })
}

/** Make a list of contents of a text, a part, a content, or a list of these. */
function toContents(value: unknown): unknown {
  const items = isArray(value) ? value : [value]
  const contents: Array<unknown> = []
  /** Parts of a content that is not said to be one. */
  let parts: Array<unknown> | undefined
  for (const item of items) {
    if (isPlainObject(item) && ('parts' in item || 'role' in item)) {
      contents.push(toContent(item))
      parts = undefined
    } else if (parts) {
      parts.push(toPart(item))
    } else {
      parts = [toPart(item)]
      contents.push({parts})
    }
  }
  return contents
}

function toContent(value: unknown): unknown {
  return mapEntries(value, (key, item) =>
    key === 'parts' && isArray(item) ? item.map(toPart) : item
  )
}

function toPart(value: unknown): unknown {
  if (typeof value === 'string') return {text: value}
  return mapEntries(value, (key, item) =>
    key === 'inlineData' || key === 'fileData'
      ? mapEntries(item, (_, inner) => inner)
      : item
  )
}

/** Copy an object with keys of one form, and with other values. */
function mapEntries(
  value: unknown,
  map: (key: string, item: unknown) => unknown
): unknown {
  if (!isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = names.get(key) ?? key
      return [name, map(name, item)]
    })
  )
}
