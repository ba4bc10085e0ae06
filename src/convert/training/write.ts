import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import type {LossOptions} from '../loss.ts'
import type {Conversation} from '../message.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import type {TrainingStyle} from './style.ts'
import type {TrainingMessage, TrainingRow} from './types.ts'
import {toKept, writeStep} from './write-step.ts'

/** Write a conversation as a row for a trainer. */
export function writeTraining(
  {config, messages, tools}: Conversation,
  style: TrainingStyle,
  options: Readonly<LossOptions> = {}
): TrainingRow {
  dropParams(config, [], style.title, options)
  messages.forEach((message, index) => {
    const kept = toKept(message, style)
    dropMetadata(message, kept, ['messages', index], style.title, options)
  })
  const {isId, makeId} = style
  const steps: Array<Step> = style.tools
    ? toRounds(messages, options, {isId, makeId})
    : messages.map(toStep)
  const written = steps.flatMap(step =>
    writeStep(step, style, options).map((message): [TrainingMessage, Step] => [
      message,
      step
    ])
  )
  return {
    messages: style.join
      ? style.join(written, options)
      : written.map(([message]) => message),
    ...(style.tools && tools && {tools})
  }
}

/** Take a message whole, tool rounds included. */
function toStep(
  message: Conversation['messages'][number],
  index: number
): Step {
  const path = ['messages', index]
  return {
    message,
    path,
    paths: message.parts.map((_, place) => [...path, 'parts', place])
  }
}
