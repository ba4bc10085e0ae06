import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import {loseEmpty} from '../lose-empty.ts'
import type {TextPart} from '../message.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import type {GeminiSettings} from './options.ts'
import type {Written} from './sign-calls.ts'
import type {GeminiPart} from './types.ts'
import {writeResult} from './write-call.ts'
import {writePart} from './write-part.ts'

/** Write steps as contents; one that says nothing is left out. */
export function writeContents(
  steps: ReadonlyArray<Step>,
  settings: GeminiSettings
): Array<Written> {
  return steps.flatMap(step => {
    const parts = writeParts(step, settings)
    if (parts.length === 0) {
      loseEmpty(step.path, settings)
      return []
    }
    const role = step.message.role === 'assistant' ? 'model' : 'user'
    return [{content: {role, parts}, path: step.path}]
  })
}

function writeParts(step: Step, settings: GeminiSettings): Array<GeminiPart> {
  const results = listResults(step)
  if (results.length > 0) return results.map(writeResult)
  loseRole(step, settings)
  return writeContent<GeminiPart>(step, (part, path) =>
    writePart(part, path, step.message.role, settings)
  ).map(toPart)
}

function toPart(part: GeminiPart | TextPart): GeminiPart {
  return 'type' in part && part.type === 'text' ? {text: part.text} : part
}

function loseRole(
  {message: {role}, path}: Step,
  settings: GeminiSettings
): void {
  if (role === 'assistant' || role === 'user') return
  const reason = `Cannot keep the role \`${role}\`: Gemini does not know it, so it is \`user\` here`
  lose(settings, 'role-changed', [...path, 'role'], reason)
}
