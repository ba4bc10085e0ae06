// Comes in: messages in which calls and results of tools stand as they may.
// Goes out: one message a step, in which each result stands right after the
// message with its call, as all APIs demand; one that cannot stand so is a loss.

import {lose} from './lose.ts'
import type {Loss, LossOptions} from './loss.ts'
import type {
  ChatMessage,
  Part,
  ToolCallPart,
  ToolResultPart
} from './message.ts'
import {type PairOptions, pairTools} from './pair-tools.ts'
import {pathOf} from './path-of.ts'
import {type Step, toSteps} from './to-steps.ts'

type Options = Readonly<LossOptions> | null | undefined

/** Calls of the last message of an assistant, by their ids. */
interface Round {
  /** Number of the step with the calls. */
  step: number
  /** How many results each id waits for. */
  open: Map<string, number>
}

/**
 * Split messages into steps that an API takes: calls that nothing answers are
 * left out unless they are the last thing said, as are results of no call. So a
 * message may be left without parts.
 *
 * @param ids
 *   Which ids of calls a format takes (default: each).
 */
export function toRounds(
  messages: ReadonlyArray<ChatMessage>,
  options: Options,
  ids?: Pick<PairOptions, 'isId' | 'makeId'>
): Array<Step> {
  const onLoss = options?.onLoss && pass(options.onLoss)
  const steps = toSteps(pairTools(messages.map(toResults), {...ids, onLoss}))
  const kept: Array<Step> = []
  let round: Round = {step: -1, open: new Map()}
  for (const step of steps) {
    if (isResults(step.message)) {
      keep(kept, step, part => answers(part, round), options)
    } else {
      dropCalls(kept, round, options)
      round = {step: kept.length, open: countCalls(step.message)}
      kept.push(step)
    }
  }
  for (const [, path] of listOpen(kept[round.step], round)) {
    const reason =
      'Missing the result of a tool call: add one before the chat is sent'
    lose(options, 'tool-unanswered', path, reason)
  }
  return kept.filter(
    ({message}) => message.role !== 'tool' || message.parts.length > 0
  )
}

/** Leave out keys that are said here more exactly. */
function pass(onLoss: (loss: Loss) => void): (loss: Loss) => void {
  return loss => loss.code !== 'tool-unanswered' && onLoss(loss)
}

/** Read plain text of a tool as a result. */
function toResults(message: ChatMessage): ChatMessage {
  const {role, parts, name = ''} = message
  if (role !== 'tool') return message
  return {
    ...message,
    parts: parts.map(part =>
      part.type === 'text'
        ? {type: 'tool-result', name, output: part.text}
        : part
    )
  }
}

function isResults({role, parts}: ChatMessage): boolean {
  return (
    role === 'tool' ||
    (parts.length > 0 && parts.every(({type}) => type === 'tool-result'))
  )
}

function countCalls({role, parts}: ChatMessage): Map<string, number> {
  const open = new Map<string, number>()
  if (role !== 'assistant') return open
  for (const part of parts.filter(isCall)) {
    open.set(idOf(part), (open.get(idOf(part)) ?? 0) + 1)
  }
  return open
}

function isCall(part: Part): part is ToolCallPart {
  return part.type === 'tool-call'
}

function idOf({id}: ToolCallPart | ToolResultPart): string {
  // Never absent: `pairTools` made it.
  return id as string
}

/** Whether a part is the result of an open call, which it closes. */
function answers(part: Part, {open}: Round): boolean {
  if (part.type !== 'tool-result') return false
  const count = open.get(idOf(part)) ?? 0
  if (count > 0) open.set(idOf(part), count - 1)
  return count > 0
}

/** Keep the parts of a step that pass a test. */
function keep(
  kept: Array<Step>,
  step: Step,
  test: (part: Part) => boolean,
  options: Options
): void {
  const passed = step.message.parts.map(test)
  kept.push(pick(step, index => passed[index] === true))
  step.paths.forEach((path, index) => {
    if (passed[index]) return
    const reason =
      'Cannot keep the result of a tool: no call of it stands in the message before'
    lose(options, 'tool-unanswered', path, reason)
  })
}

/** Leave out calls that nothing answered before somebody else spoke. */
function dropCalls(kept: Array<Step>, round: Round, options: Options): void {
  const step = kept[round.step]
  const dropped = listOpen(step, round)
  if (!step || dropped.length === 0) return
  const indexes = new Set(dropped.map(([index]) => index))
  kept[round.step] = pick(step, index => !indexes.has(index))
  for (const [, path] of dropped) {
    const reason =
      'Cannot keep a tool call: no result of it stands in the message after'
    lose(options, 'tool-unanswered', path, reason)
  }
}

/** List the calls of a step that nothing answered, and where they are. */
function listOpen(
  step: Step | undefined,
  {open}: Round
): Array<[number, Step['path']]> {
  const listed: Array<[number, Step['path']]> = []
  step?.message.parts.forEach((part, index) => {
    if (!isCall(part) || !open.get(idOf(part))) return
    listed.push([index, pathOf(step, index)])
  })
  return listed
}

function pick(step: Step, test: (index: number) => boolean): Step {
  const {message, path, paths} = step
  return {
    message: {
      ...message,
      parts: message.parts.filter((_, index) => test(index))
    },
    path,
    paths: paths.filter((_, index) => test(index))
  }
}
