import type {Part, ToolResultPart} from './message.ts'
import type {Step} from './to-steps.ts'

/** List the results of a step that has nothing else; of another it has none. */
export function listResults({message}: Step): Array<ToolResultPart> {
  const results = message.parts.filter(isResult)
  return results.length === message.parts.length ? results : []
}

function isResult(part: Part): part is ToolResultPart {
  return part.type === 'tool-result'
}
