import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {type Check, checkMessages} from './check-messages.ts'
import type {FinetuneTarget} from './styles.ts'

type Line = Record<string, unknown>

/** Report the mistakes of a line. */
export function checkLine(
  line: unknown,
  target: FinetuneTarget,
  report: Check['report']
): void {
  if (!isPlainObject(line)) {
    report([], 'Expected an object')
    return
  }
  const check = {target, report}
  if (line.messages !== undefined) checkExample(line, check)
  else if (line.input !== undefined) checkPreference(line, check)
  else checkPair(line, check)
}

function checkExample(line: Line, check: Check): void {
  const path = ['messages']
  const roles = checkMessages(line.messages, path, check)
  if (roles && !roles.includes('assistant')) {
    check.report(
      path,
      'Missing a message of `assistant`: there is nothing to train on'
    )
  } else if (
    check.target === 'mistral' &&
    roles &&
    last(roles) !== 'assistant'
  ) {
    check.report(path, 'Expected the last message to be of `assistant`')
  }
  if (check.target === 'together') checkKeys(line, ['messages'], check)
}

function checkPreference(line: Line, check: Check): void {
  const {input} = line
  const path = ['input', 'messages']
  const messages = isPlainObject(input) ? input.messages : undefined
  const roles = checkMessages(messages, path, check)
  if (roles && last(roles) === 'assistant') {
    check.report(
      path,
      'Unexpected last message of `assistant`, expected a question'
    )
  }
  const answers = ['preferred_output', 'non_preferred_output']
  for (const key of answers) {
    const roles = checkMessages(line[key], [key], check)
    if (roles && roles.join() !== 'assistant') {
      check.report([key], 'Expected one message of `assistant`')
    }
  }
  if (check.target === 'together') checkKeys(line, ['input', ...answers], check)
}

/** A prompt with its completion, or bare text, is for some targets alone. */
function checkPair(line: Line, {target, report}: Check): void {
  const isKnown = target === 'together' || target === 'trl'
  const isPair = line.prompt !== undefined && line.completion !== undefined
  if (!isKnown || (!isPair && line.text === undefined)) {
    report([], 'Missing `messages`')
    return
  }
  const keys = isPair ? ['prompt', 'completion'] : ['text']
  if (target === 'trl') return
  for (const key of keys) {
    if (typeof line[key] !== 'string') report([key], 'Expected a string')
  }
  checkKeys(line, keys, {target, report})
}

function checkKeys(line: Line, known: Array<string>, {report}: Check): void {
  for (const key of Object.keys(line)) {
    if (!known.includes(key)) report([key], `Unexpected key \`${key}\``)
  }
}

function last<T>(items: ReadonlyArray<T>): T | undefined {
  return items[items.length - 1]
}
