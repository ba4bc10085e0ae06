import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage} from '../message.ts'
import {assignRoles} from './assign-roles.ts'
import type {Step} from './step.ts'

/**
 * Join the steps of each answer (thoughts, calls, results, text) into one
 * message, which has the id, the time, and so on of its first step.
 */
export function joinSteps(
  steps: ReadonlyArray<Step>,
  options: Readonly<LossOptions>
): Array<ChatMessage> {
  const answers: Array<Array<Step>> = []
  for (const step of assignRoles(steps, options)) {
    const answer = answers[answers.length - 1]
    if (answer && continues(answer[answer.length - 1], step)) answer.push(step)
    else answers.push([step])
  }
  return answers.map(answer => join(answer, options))
}

function continues(last: Step | undefined, {message}: Step): boolean {
  if (!last || last.ends || !isAnswer(last.message)) return false
  return isAnswer(message)
}

function isAnswer({role}: ChatMessage): boolean {
  return role === 'assistant' || role === 'tool'
}

const stepKeys = ['model', 'name', 'id', 'time'] as const

function join(
  answer: ReadonlyArray<Step>,
  options: Readonly<LossOptions>
): ChatMessage {
  // Never absent: an answer has a step.
  const [first, ...rest] = answer as [Step, ...Array<Step>]
  const message = {
    ...pickLeader(answer),
    role: isAnswer(first.message) ? 'assistant' : first.message.role,
    parts: answer.flatMap(({message}) => message.parts)
  }
  const lost = stepKeys.filter(key =>
    rest.some(
      step =>
        step.message[key] !== undefined && step.message[key] !== message[key]
    )
  )
  if (lost.length > 0) {
    const reason = `Cannot keep the \`${lost.join('`, `')}\` of each of ${answer.length} steps: an answer is one turn`
    lose(options, 'step-metadata', first.path, reason)
  }
  return message
}

/** The step that says who answers: the first that names a model, if one does. */
function pickLeader(answer: ReadonlyArray<Step>): Partial<ChatMessage> {
  const model = answer.find(({message}) => message.model)?.message.model
  return {...answer[0]?.message, ...(model !== undefined && {model})}
}
