import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {Part, ReasoningPart, TextPart} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import type {GeminiPart} from './types.ts'
import {writeCall} from './write-call.ts'
import {writeFile} from './write-file.ts'

type Path = ReadonlyArray<number | string>

/** Write a part that is no text; only answers have thoughts and calls. */
export function writePart(
  part: Exclude<Part, TextPart>,
  path: Path,
  role: string,
  options: Readonly<LossOptions>
): GeminiPart | string | undefined {
  if (part.type === 'file') {
    return (
      writeFile(part, path, options) ??
      writeFileText(part, path, format, options)
    )
  }
  if (role === 'assistant' && part.type === 'reasoning') {
    return writeReasoning(part, path, options)
  }
  if (role === 'assistant' && part.type === 'tool-call') {
    return writeCall(part, path, options)
  }
  return findOwnPart(part, 'gemini') ?? losePart(part, path, format, options)
}

function writeReasoning(
  {text, meta = {}}: ReasoningPart,
  path: Path,
  options: Readonly<LossOptions>
): GeminiPart | undefined {
  const {thoughtSignature, ...rest} = meta
  for (const key of Object.keys(rest)) {
    const reason = `Cannot keep \`${key}\` of a thought: ${format} has no place for it`
    lose(options, 'extra-dropped', [...path, 'meta', key], reason)
  }
  const isSigned = typeof thoughtSignature === 'string'
  if (text === '' && !isSigned) {
    const reason = 'Cannot send a thought that says nothing'
    lose(options, 'reasoning-dropped', path, reason)
    return undefined
  }
  return {text, thought: true, ...(isSigned && {thoughtSignature})}
}
