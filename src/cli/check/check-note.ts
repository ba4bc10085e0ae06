import type {VFileMessage} from 'vfile-message'
import {VFileMessage as Message} from 'vfile-message'
import {check} from '../../check/check.ts'
import {parse} from '../../parse.ts'
import {stringify} from '../../stringify.ts'
import type {RuleSetting} from '../config/schema.ts'
import {roundTrip, rules} from './rules.ts'

/** Which rules are on, and how bad each is where that is set. */
export interface CheckPlan {
  on: Record<string, boolean>
  fatal: ReadonlyMap<string, boolean | undefined>
  /** Whether to prove that the note is printed as it is. */
  proves: boolean
}

const fatals = {error: true, warning: false, info: undefined} as const

/** Plan which rules to check. */
export function planCheck(
  settings: Readonly<Record<string, RuleSetting>>,
  only: ReadonlyArray<string>
): CheckPlan {
  const on: Record<string, boolean> = {}
  const fatal = new Map<string, boolean | undefined>()
  for (const {ruleId, off} of rules) {
    const setting = settings[ruleId]
    const isAsked =
      only.length > 0 ? only.includes(ruleId) : setting !== undefined
    on[ruleId] = setting !== 'off' && (isAsked || (only.length === 0 && !off))
    if (setting && setting !== 'off') fatal.set(ruleId, fatals[setting])
  }
  const proves = on[roundTrip] === true
  delete on[roundTrip]
  return {on, fatal, proves}
}

/** Check a note, and prove that it is printed as it is. */
export function checkNote(
  value: string,
  {on, fatal, proves}: CheckPlan
): Array<VFileMessage> {
  const messages = check(value, {rules: on})
  for (const message of messages) {
    const {ruleId = ''} = message
    if (fatal.has(ruleId)) message.fatal = fatal.get(ruleId)
  }
  const problem = proves ? proveRoundTrip(value) : undefined
  return problem ? [...messages, problem] : messages
}

function proveRoundTrip(value: string): VFileMessage | undefined {
  try {
    if (stringify(parse(value, {position: false})) === value) return undefined
    return fail('Unexpected change when printed, expected none')
  } catch (error) {
    // Note: this is a defect of ours; the other files are still checked.
    return fail(`Cannot print again: ${error}`)
  }
}

function fail(reason: string): VFileMessage {
  const message = new Message(reason, {ruleId: roundTrip, source: 'chatmd'})
  message.fatal = true
  return message
}
