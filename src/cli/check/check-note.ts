import type {VFileMessage} from 'vfile-message'
import {check} from '../../check/check.ts'
import type {RuleSetting} from '../config/schema.ts'
import {createFailure} from './create-failure.ts'
import {printAgain} from './print-again.ts'
import {roundTrip, rules} from './rules.ts'

/** Which rules are on, and how bad each is where that is set. */
export interface CheckPlan {
  on: Record<string, boolean>
  fatal: ReadonlyMap<string, boolean | undefined>
  /** Whether to prove that the note is printed as it is. */
  proves: boolean
}

const fatals = {error: true, warning: false, info: undefined} as const

/**
 * Plan which rules to check: `only` goes before the settings of the project,
 * and `off` before both.
 */
export function planCheck(
  settings: Readonly<Record<string, RuleSetting>>,
  only: ReadonlyArray<string> = [],
  off: ReadonlyArray<string> = []
): CheckPlan {
  const on: Record<string, boolean> = {}
  const fatal = new Map<string, boolean | undefined>()
  for (const rule of rules) {
    const {ruleId} = rule
    const setting = settings[ruleId]
    const isSet = setting === undefined ? !rule.off : setting !== 'off'
    const isOn = only.length > 0 ? only.includes(ruleId) : isSet
    on[ruleId] = isOn && !off.includes(ruleId)
    if (setting && setting !== 'off') fatal.set(ruleId, fatals[setting])
  }
  const {[roundTrip]: proves = false, ...others} = on
  return {on: others, fatal, proves}
}

/** Whether a rule is on. */
export function isOn({on, proves}: CheckPlan, ruleId: string): boolean {
  return ruleId === roundTrip ? proves : on[ruleId] === true
}

/** Check a note, and prove that it is printed as it is. */
export function checkNote(
  value: string,
  {on, fatal, proves}: CheckPlan
): Array<VFileMessage> {
  const messages: Array<VFileMessage> = check(value, {rules: on})
  const problem = proves ? proveRoundTrip(value) : undefined
  if (problem) messages.push(problem)
  for (const message of messages) {
    const {ruleId = ''} = message
    if (fatal.has(ruleId)) message.fatal = fatal.get(ruleId)
  }
  return messages
}

function proveRoundTrip(value: string): VFileMessage | undefined {
  try {
    if (printAgain(value) === value) return undefined
  } catch (error) {
    // Note: this is a defect of ours; the other files are still checked.
    return createFailure(roundTrip, `Cannot print again: ${error}`)
  }
  return createFailure(
    roundTrip,
    'Unexpected change when printed, expected none'
  )
}
