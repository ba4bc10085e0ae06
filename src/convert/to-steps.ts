import {unfold} from './fold.ts'
import type {ChatMessage} from './message.ts'

/** One message of a tool round, and where it is in the conversation. */
export interface Step {
  /** Message that no result stands in with other parts. */
  message: ChatMessage
  /** Keys down to the message it is a step of. */
  path: Array<number | string>
  /** Keys down to each of its parts. */
  paths: Array<Array<number | string>>
}

/** Split tool rounds, and keep where each part is in the conversation. */
export function toSteps(messages: ReadonlyArray<ChatMessage>): Array<Step> {
  return messages.flatMap((message, index) => {
    const path = ['messages', index]
    let offset = 0
    return splitRound(message).map(message => ({
      message,
      path,
      paths: message.parts.map(() => [...path, 'parts', offset++])
    }))
  })
}

function splitRound(message: ChatMessage): Array<ChatMessage> {
  const {model, weight} = message
  // Note: each answer of a round is of its model, and counts as the round does.
  const shared = {
    ...(model !== undefined && {model}),
    ...(weight !== undefined && {weight})
  }
  return unfold([message]).map(step =>
    step.role === 'assistant' ? {...shared, ...step} : step
  )
}
