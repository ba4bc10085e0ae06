import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import {readRole} from '../read-role.ts'
import type {Step} from './step.ts'

/**
 * Give each step a role and a model that a header can hold. The text of a system
 * in the middle is said by a `developer`, because ChatGPT MD fails on another.
 */
export function assignRoles(
  steps: ReadonlyArray<Step>,
  options: Readonly<LossOptions>
): Array<Step> {
  let isFirst = true
  return steps.map(step => {
    const {message, path} = step
    let role = readRole(message.role, path, options)
    isFirst &&= role === 'system'
    if (role === 'system' && !isFirst) {
      role = 'developer'
      const reason =
        'Cannot keep the role `system` in the middle of a chat: it is `developer`'
      lose(options, 'role-changed', path, reason)
    }
    const {model, ...rest} = message
    if (model === undefined || canHold(model)) {
      return {...step, message: {...message, role}}
    }
    const reason = `Cannot keep the model \`${model}\`: no header can hold it`
    lose(options, 'model-dropped', path, reason)
    return {...step, message: {...rest, role}}
  })
}

/** Whether a header of any dialect can hold a model, however it is written. */
function canHold(model: string): boolean {
  return !/[\r\n<]|::/.test(model) && model.trim() !== ''
}
