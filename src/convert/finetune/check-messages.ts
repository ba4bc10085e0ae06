import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {checkTools} from './check-tools.ts'
import {type FinetuneTarget, styles} from './styles.ts'

/** How messages are checked. */
export interface Check {
  /** Who trains. */
  target: FinetuneTarget
  /** Called for each thing that is wrong. */
  report: (path: Array<number | string>, reason: string) => void
}

type Path = Array<number | string>
type Message = Record<string, unknown>

const messageKeys = [
  'role',
  'content',
  'name',
  'weight',
  'refusal',
  'function_call',
  'tool_calls',
  'tool_call_id'
]

/**
 * Report the mistakes of messages.
 *
 * @returns
 *   Their roles; `undefined` if they are no messages at all.
 */
export function checkMessages(
  value: unknown,
  path: Path,
  check: Check
): Array<string> | undefined {
  if (!isArray(value) || value.length === 0) {
    check.report(path, 'Expected a list of messages')
    return undefined
  }
  const messages: Array<Message> = value.map((message, index) => {
    if (isPlainObject(message)) return message
    check.report([...path, index], 'Expected an object')
    return {}
  })
  messages.forEach((message, index) => {
    const place = [...path, index]
    checkRole(message, messages[index - 1], place, check)
    checkContent(message, place, check)
    checkWeight(message, place, check)
    checkKeys(message, place, check)
  })
  checkTools(messages, path, check)
  return messages.map(({role}) => String(role))
}

function checkRole(
  {role}: Message,
  before: Message | undefined,
  path: Path,
  {target, report}: Check
): void {
  const {roles, join} = styles[target]
  const isKnown = typeof role === 'string' && (!roles || roles.includes(role))
  if (!isKnown) {
    const expected = roles ? `\`${roles.join('`, `')}\`` : 'a role'
    report(
      [...path, 'role'],
      `Unexpected role \`${role}\`, expected ${expected}`
    )
  } else if (join && role === before?.role) {
    report(
      [...path, 'role'],
      `Unexpected second message of \`${role}\` in a row`
    )
  }
}

function checkContent(
  {content, tool_calls, function_call}: Message,
  path: Path,
  {target, report}: Check
): void {
  if (typeof content === 'string') return
  const calls = tool_calls ?? function_call
  const isFine =
    target !== 'together' && (isArray(content) || calls !== undefined)
  if (!isFine) report([...path, 'content'], 'Expected a string')
}

function checkWeight(
  {weight}: Message,
  path: Path,
  {target, report}: Check
): void {
  if (weight === undefined || target === 'trl') return
  if (weight !== 0 && weight !== 1)
    report([...path, 'weight'], 'Expected 0 or 1')
}

function checkKeys(
  message: Message,
  path: Path,
  {target, report}: Check
): void {
  if (target !== 'openai') return
  for (const key of Object.keys(message)) {
    if (messageKeys.includes(key)) continue
    report([...path, key], `Unexpected key \`${key}\` of a message`)
  }
}
