import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {Part, ReasoningPart, TextPart, ToolCallPart} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import type {OpenaiResponsesOptions} from './options.ts'
import type {
  ResponsesCallItem,
  ResponsesItem,
  ResponsesOutputPart,
  ResponsesReasoningItem
} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<OpenaiResponsesOptions>

/** A part of a message, or an item that stands between messages. */
export type Piece = ResponsesItem | ResponsesOutputPart

/** Write a message of a model as items, and parts of messages, in order. */
export function writeAssistant(step: Step, options: Options): Array<Piece> {
  return writeContent<Piece>(step, (part, path) =>
    writePart(part, path, options)
  ).map(toPiece)
}

function toPiece(piece: Piece | TextPart): Piece {
  return 'type' in piece && piece.type === 'text'
    ? {type: 'output_text', text: piece.text, annotations: []}
    : piece
}

function writePart(
  part: Part,
  path: Path,
  options: Options
): Piece | string | undefined {
  switch (part.type) {
    case 'refusal':
      return {type: 'refusal', refusal: part.text}
    case 'reasoning':
      return writeReasoning(part, path, options)
    case 'tool-call':
      return writeCall(part)
    case 'file':
      return writeFileText(part, path, format, options)
    default: {
      // A cast, since it is an item of OpenAI that we do not know.
      const own = findOwnPart(part, 'openai-responses') as
        | ResponsesItem
        | undefined
      return own ?? losePart(part, path, format, options)
    }
  }
}

function writeReasoning(
  {text, meta}: ReasoningPart,
  path: Path,
  {includeReasoning, onLoss}: Options
): ResponsesReasoningItem | undefined {
  const {id, encrypted_content} = meta ?? {}
  if (includeReasoning && typeof id === 'string') {
    return {
      type: 'reasoning',
      id,
      summary: text === '' ? [] : [{type: 'summary_text', text}],
      ...(typeof encrypted_content === 'string' && {encrypted_content})
    }
  }
  const reason = includeReasoning
    ? 'Cannot send a thought without the id that OpenAI gave it'
    : 'Cannot keep a thought, expected the option `includeReasoning`: OpenAI takes back its own alone'
  lose({onLoss}, 'reasoning-dropped', path, reason)
  return undefined
}

function writeCall({
  name,
  id: call_id = '',
  input,
  raw,
  meta
}: ToolCallPart): ResponsesCallItem {
  if (meta?.type === 'custom' && typeof input === 'string') {
    return {type: 'custom_tool_call', call_id, name, input}
  }
  const id = meta?.id
  return {
    type: 'function_call',
    call_id,
    name,
    arguments: raw ?? toJsonText(input === undefined ? {} : input),
    ...(typeof id === 'string' && id.startsWith('fc_') && {id})
  }
}
