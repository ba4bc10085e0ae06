import {check} from 'chatmd'
import type {VFileMessage} from 'vfile-message'

const fence = '---\n'

/** A problem of frontmatter, with offsets in its YAML. */
export interface YamlProblem {
  ruleId: string
  reason: string
  start: number
  end: number
  actual?: string
  expected?: Array<string>
}

/** Find the problems of one rule in frontmatter with this YAML. */
export function checkYaml(yaml: string, ruleId: string): Array<YamlProblem> {
  return check(`${fence}${yaml}\n${fence}`)
    .filter(problem => problem.ruleId === ruleId)
    .map(problem => toYamlProblem(problem, ruleId))
}

function toYamlProblem(
  {reason, place, actual, expected}: VFileMessage,
  ruleId: string
): YamlProblem {
  if (!place || !('start' in place)) throw new Error('Expected a range')
  const {start, end} = place
  return {
    ruleId,
    reason,
    start: Number(start.offset) - fence.length,
    end: Number(end.offset) - fence.length,
    ...(actual && {actual}),
    ...(expected && {expected})
  }
}
