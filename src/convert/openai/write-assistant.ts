import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {Part} from '../message.ts'
import {toContent} from '../to-content.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import type {OpenaiOptions} from './options.ts'
import type {OpenaiAssistantMessage, OpenaiRefusalPart} from './types.ts'
import {writeCall} from './write-tool.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<OpenaiOptions>

/** Write a message of a model: thoughts, then texts, then calls. */
export function writeAssistant(
  step: Step,
  options: Options
): OpenaiAssistantMessage {
  const {parts} = step.message
  const calls = parts.flatMap(part =>
    part.type === 'tool-call' ? [writeCall(part)] : []
  )
  const thoughts = parts.flatMap(part =>
    part.type === 'reasoning' && part.text !== '' ? [part.text] : []
  )
  const said = writeContent(step, (part, path) =>
    writePart(part, path, options)
  )
  loseOrder(step, options)
  return {
    role: 'assistant',
    ...(options.reasoningContent &&
      thoughts.length > 0 && {reasoning_content: thoughts.join('\n\n')}),
    ...((said.length > 0 || calls.length === 0) && {content: toContent(said)}),
    ...(calls.length > 0 && {tool_calls: calls})
  }
}

function writePart(
  part: Part,
  path: Path,
  options: Options
): OpenaiRefusalPart | string | undefined {
  switch (part.type) {
    case 'refusal':
      return {type: 'refusal', refusal: part.text}
    case 'reasoning':
      if (options.reasoningContent && !part.meta) return undefined
      lose(options, 'reasoning-dropped', path, toReason(options))
      return undefined
    case 'tool-call':
      return undefined
    case 'file':
      return writeFileText(part, path, format, options)
    default:
      return losePart(part, path, format, options)
  }
}

function toReason({reasoningContent}: Options): string {
  return reasoningContent
    ? 'Cannot keep the signature of a thought: `reasoning_content` is text alone'
    : 'Cannot keep a thought: OpenAI takes none in Chat Completions, other servers do, see the option `reasoningContent`'
}

/** Report that calls stand last, where they did not. */
function loseOrder({message, path}: Step, options: Options): void {
  const types = message.parts.map(({type}) => type)
  const call = types.indexOf('tool-call')
  if (call === -1 || types.slice(call).every(type => type === 'tool-call')) {
    return
  }
  const reason =
    'Cannot keep that a text stands after a call: OpenAI has calls last'
  lose(options, 'parts-joined', path, reason)
}
