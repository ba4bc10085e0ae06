// A tool round is one message here, and several in most formats: the model with
// its calls, the results of the tools, and the model with its answer.

import type {Loss, LossOptions} from './loss.ts'
import type {ChatMessage, Part} from './message.ts'

/**
 * Join the messages of each tool round into one `assistant` message: a `tool`
 * message that holds results alone belongs to the message before it, and so does
 * an answer of the assistant right after results.
 */
export function fold(
  messages: ReadonlyArray<ChatMessage>,
  options?: Readonly<LossOptions> | null
): Array<ChatMessage> {
  const folded: Array<ChatMessage> = []
  messages.forEach((message, index) => {
    const step = isResults(message) ? {...message, role: 'assistant'} : message
    const last = folded[folded.length - 1]
    if (!last || !continues(last, message)) {
      folded.push({...step, parts: [...step.parts]})
      return
    }
    for (const part of step.parts) last.parts.push(part)
    const lost = lostKeys(last, step)
    if (lost.length > 0) options?.onLoss?.(toLoss(index, lost))
  })
  return folded
}

/**
 * Split each tool round: calls stay in an `assistant` message, results that
 * stand together are one `tool` message, and an `assistant` message follows.
 */
export function unfold(
  messages: ReadonlyArray<ChatMessage>
): Array<ChatMessage> {
  return messages.flatMap(message =>
    message.role === 'assistant' ? split(message) : [message]
  )
}

/** Whether a message belongs to the round of the last one. */
function continues(last: ChatMessage, message: ChatMessage): boolean {
  if (last.role !== 'assistant') return false
  if (message.role !== 'assistant') return isResults(message)
  return isResult(last.parts[last.parts.length - 1])
}

/** Whether it is results alone; text of a tool is no text of the assistant. */
function isResults({role, parts}: ChatMessage): boolean {
  return role === 'tool' && parts.length > 0 && parts.every(isResult)
}

function isResult(part: Part | undefined): boolean {
  return part?.type === 'tool-result'
}

const stepKeys = ['model', 'name', 'id', 'time', 'weight', 'extra'] as const

/** Find the keys of a step that its round cannot keep. */
function lostKeys(round: ChatMessage, step: ChatMessage): Array<string> {
  return stepKeys.filter(
    key =>
      step[key] !== undefined &&
      JSON.stringify(step[key]) !== JSON.stringify(round[key])
  )
}

function toLoss(index: number, keys: ReadonlyArray<string>): Loss {
  return {
    code: 'step-metadata',
    path: ['messages', index],
    reason: `Cannot keep \`${keys.join('`, `')}\` of a step: a tool round is one turn, which has those of its first step`
  }
}

function split(message: ChatMessage): Array<ChatMessage> {
  const {parts, ...rest} = message
  const messages: Array<ChatMessage> = []
  for (const part of parts) {
    const role = isResult(part) ? 'tool' : 'assistant'
    const last = messages[messages.length - 1]
    if (last?.role === role) last.parts.push(part)
    // Note: only the first says who and when, so that folding gives that back.
    else messages.push({...(!last && rest), role, parts: [part]})
  }
  return messages.length > 0 ? messages : [message]
}
