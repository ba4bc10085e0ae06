import {lose} from '../lose.ts'
import type {Step} from '../to-steps.ts'
import type {AnthropicSettings} from './options.ts'

/** Steps, and those that stand apart. */
export interface Placed {
  /** Instructions of the request itself. */
  systems: Array<Step>
  /** What stands among the messages. */
  rest: Array<Step>
}

/**
 * Find the instructions that stand before all messages: those at the start, or
 * all, if the version of the API takes none in the middle.
 */
export function placeSystems(
  steps: ReadonlyArray<Step>,
  settings: AnthropicSettings
): Placed {
  const systems: Array<Step> = []
  const rest: Array<Step> = []
  for (const step of steps) {
    if (!isSystem(step)) {
      rest.push(step)
    } else if (rest.length === 0) {
      loseRole(step, 'system', settings)
      systems.push(step)
    } else if (settings.apiVersion === '2023-06-01') {
      const reason =
        'Cannot keep the place of an instruction: 2023-06-01 has all of them first'
      lose(settings, 'system-moved', step.path, reason)
      loseRole(step, 'system', settings)
      systems.push(step)
    } else {
      const reason =
        'Cannot send an instruction in the middle to each model: older ones refuse it'
      lose(settings, 'model-dependent', step.path, reason)
      rest.push(step)
    }
  }
  return {systems, rest}
}

function isSystem({message: {role}}: Step): boolean {
  return role === 'developer' || role === 'system'
}

/** Report a role that Anthropic does not know. */
export function loseRole(
  {message: {role}, path}: Step,
  other: string,
  settings: AnthropicSettings
): void {
  if (role === other) return
  const reason = `Cannot keep the role \`${role}\`: Anthropic does not know it, so it is \`${other}\` here`
  lose(settings, 'role-changed', [...path, 'role'], reason)
}
