import type {ReadNote} from '../dialects/note.ts'
import type {Rate} from '../find-problems.ts'
import {type Problem, shift} from '../problem.ts'
import {fillTemplates} from '../text/templates.ts'
import {readYaml} from '../yaml/read.ts'

const invalidYaml = 'invalid-yaml'

/**
 * Make infos of the problems that come of templates (`{{title}}`, `<% date %>`)
 * in frontmatter: once those are filled in, they are gone. Broken YAML that they
 * hide becomes a problem.
 */
export function spareTemplates(
  {yaml, yamlStart}: ReadNote,
  problems: ReadonlyArray<Problem>,
  rate: Rate
): ReadonlyArray<Problem> {
  const isAsked = problems.some(
    ({ruleId}) => ruleId === invalidYaml || ruleId === 'invalid-config'
  )
  const filled = isAsked ? fillTemplates(yaml) : undefined
  if (filled === undefined) return problems
  const broken = findBroken(filled, yamlStart, rate)
  const others = problems
    .filter(({ruleId, start}) => ruleId !== invalidYaml || !broken.has(start))
    .map(problem => {
      const {ruleId, start, end} = shift(problem, -yamlStart)
      const isSpared =
        ruleId === 'invalid-config'
          ? yaml.slice(start, end) !== filled.slice(start, end)
          : ruleId === invalidYaml
      return isSpared ? {...problem, severity: 'info' as const} : problem
    })
  return [...broken.values(), ...others]
}

/** Find where YAML is broken whatever is in its templates, by place. */
function findBroken(
  filled: string,
  yamlStart: number,
  rate: Rate
): ReadonlyMap<number, Problem> {
  const broken = new Map<number, Problem>()
  const ruleId = invalidYaml
  const severity = rate({ruleId, severity: 'error', inParse: true})
  if (!severity) return broken
  readYaml(filled, problem => {
    if (problem.ruleId !== ruleId) return
    const moved = shift({...problem, severity}, yamlStart)
    broken.set(moved.start, moved)
  })
  return broken
}
