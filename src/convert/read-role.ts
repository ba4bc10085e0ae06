import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'

/** Read a role; one that no header can hold is `user`. */
export function readRole(
  role: string,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): string {
  const name = role.toLowerCase()
  if (/^[a-z][a-z\d_-]*$/.test(name)) return name
  const reason = `Cannot keep the role \`${role}\`: no header can hold it, so it is \`user\``
  lose(options, 'role-changed', path, reason)
  return 'user'
}
