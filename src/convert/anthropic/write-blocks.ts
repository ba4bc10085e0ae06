import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {Part, ReasoningPart} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import type {AnthropicSettings} from './options.ts'
import type {
  AnthropicAssistantBlock,
  AnthropicTextBlock,
  AnthropicUserBlock
} from './types.ts'
import {writeFile} from './write-file.ts'
import {writeCall} from './write-tool.ts'

type Path = ReadonlyArray<number | string>

/** Write a message of a user. */
export function writeUser(
  step: Step,
  settings: AnthropicSettings
): Array<AnthropicUserBlock> {
  return withoutBlanks(
    writeContent<AnthropicUserBlock>(step, (part, path) => {
      if (part.type === 'file') {
        return writeFile(part) ?? writeFileText(part, path, format, settings)
      }
      // A cast, since it is a block of Anthropic that we do not know.
      const own = findOwnPart(part, 'anthropic') as
        | AnthropicUserBlock
        | undefined
      return own ?? losePart(part, path, format, settings)
    }),
    step,
    settings
  )
}

/** Write a message of a model. */
export function writeAssistant(
  step: Step,
  settings: AnthropicSettings
): Array<AnthropicAssistantBlock> {
  return withoutBlanks(
    writeContent<AnthropicAssistantBlock>(step, (part, path) =>
      writeAssistantPart(part, path, settings)
    ),
    step,
    settings
  )
}

/** Write an instruction. */
export function writeSystem(
  step: Step,
  settings: AnthropicSettings
): Array<AnthropicTextBlock> {
  return withoutBlanks(
    writeContent<AnthropicTextBlock>(step, (part, path) =>
      losePart(part, path, format, settings)
    ),
    step,
    settings
  )
}

function writeAssistantPart(
  part: Part,
  path: Path,
  settings: AnthropicSettings
): AnthropicAssistantBlock | string | undefined {
  switch (part.type) {
    case 'reasoning':
      return writeReasoning(part, path, settings)
    case 'tool-call':
      return writeCall(part, path, settings)
    case 'file':
      return writeFileText(part, path, format, settings)
    default: {
      // A cast, as for users.
      const own = findOwnPart(part, 'anthropic') as
        | AnthropicAssistantBlock
        | undefined
      return own ?? losePart(part, path, format, settings)
    }
  }
}

function writeReasoning(
  {text, meta}: ReasoningPart,
  path: Path,
  settings: AnthropicSettings
): AnthropicAssistantBlock | undefined {
  const {signature, redacted} = meta ?? {}
  if (typeof signature === 'string') {
    return {type: 'thinking', thinking: text, signature}
  }
  if (typeof redacted === 'string') {
    return {type: 'redacted_thinking', data: redacted}
  }
  const reason =
    'Cannot send a thought without a signature: Anthropic takes back its own alone'
  lose(settings, 'reasoning-unsigned', path, reason)
  return undefined
}

/** Leave out texts of white space, which Anthropic refuses. */
function withoutBlanks<T extends {type: string}>(
  blocks: Array<T>,
  {path}: Step,
  settings: AnthropicSettings
): Array<T> {
  return blocks.filter(block => {
    if (!isText(block) || block.text.trim() !== '') return true
    const reason = 'Cannot send a text that is white space alone'
    lose(settings, 'text-trimmed', path, reason)
    return false
  })
}

function isText(block: {type: string}): block is AnthropicTextBlock {
  return block.type === 'text'
}
