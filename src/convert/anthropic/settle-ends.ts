import {lose} from '../lose.ts'
import type {AnthropicSettings} from './options.ts'
import type {AnthropicMessage} from './types.ts'

/**
 * Make the first and the last message such that Anthropic takes them, and report
 * those that not all models take.
 */
export function settleEnds(
  messages: Array<AnthropicMessage>,
  settings: AnthropicSettings
): Array<AnthropicMessage> {
  if (messages[0]?.role === 'assistant') {
    const reason =
      'Expected a question first: not all models take a chat that starts with an answer'
    lose(settings, 'model-dependent', ['messages'], reason)
  }
  const last = messages[messages.length - 1]
  if (last?.role !== 'assistant' || isWaiting(last)) return messages
  const reason =
    'Expected a question last: newer models refuse a chat that ends with an answer, which they would go on with'
  lose(settings, 'model-dependent', ['messages'], reason)
  return [...messages.slice(0, -1), trimEnd(last, settings)]
}

type AssistantMessage = Extract<AnthropicMessage, {role: 'assistant'}>

/** Whether it waits for the result of a tool. */
function isWaiting({content}: AssistantMessage): boolean {
  return (
    typeof content !== 'string' && content.some(({type}) => type === 'tool_use')
  )
}

/** Trim the end of the last text, which may have no white space there. */
function trimEnd(
  message: AssistantMessage,
  settings: AnthropicSettings
): AssistantMessage {
  const {content} = message
  const block =
    typeof content === 'string' ? undefined : content[content.length - 1]
  const text = typeof content === 'string' ? content : toText(block)
  const trimmed = text.trimEnd()
  if (trimmed === text) return message
  const reason = 'Cannot keep white space at the end of the last answer'
  lose(settings, 'text-trimmed', ['messages'], reason)
  return typeof content === 'string'
    ? {...message, content: trimmed}
    : {
        ...message,
        content: [...content.slice(0, -1), {type: 'text', text: trimmed}]
      }
}

function toText(
  block:
    | Extract<AssistantMessage['content'], Array<unknown>>[number]
    | undefined
): string {
  return block?.type === 'text' ? block.text : ''
}
