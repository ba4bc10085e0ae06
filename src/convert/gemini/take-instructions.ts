import {lose} from '../lose.ts'
import {loseEmpty} from '../lose-empty.ts'
import {losePart} from '../lose-part.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {name as format} from './name.ts'
import type {GeminiSettings} from './options.ts'
import type {GeminiInstruction} from './types.ts'

/** Instructions, and the steps that are none. */
export interface Taken {
  /** Instructions, if there are any. */
  instruction: GeminiInstruction | undefined
  /** All other steps. */
  rest: Array<Step>
}

/** Take the instructions from between the messages: Gemini has them apart. */
export function takeInstructions(
  steps: ReadonlyArray<Step>,
  settings: GeminiSettings
): Taken {
  const parts: GeminiInstruction['parts'] = []
  const rest: Array<Step> = []
  for (const step of steps) {
    const {role} = step.message
    if (role !== 'developer' && role !== 'system') {
      rest.push(step)
      continue
    }
    loseRole(step, rest.length > 0, settings)
    const texts = writeTexts(step, settings)
    if (texts.length === 0) loseEmpty(step.path, settings)
    for (const text of texts) parts.push(text)
  }
  return {instruction: parts.length > 0 ? {parts} : undefined, rest}
}

function loseRole(
  {message: {role}, path}: Step,
  isLate: boolean,
  settings: GeminiSettings
): void {
  if (isLate) {
    const reason =
      'Cannot keep the place of an instruction: Gemini has all of them first'
    lose(settings, 'system-moved', path, reason)
  }
  if (role === 'system') return
  const reason = `Cannot keep the role \`${role}\`: Gemini does not know it, so it is \`system\` here`
  lose(settings, 'role-changed', [...path, 'role'], reason)
}

function writeTexts(
  step: Step,
  settings: GeminiSettings
): GeminiInstruction['parts'] {
  return writeContent<never>(step, (part, path) =>
    losePart(part, path, format, settings)
  ).map(({text}) => ({text}))
}
