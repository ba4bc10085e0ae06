import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'
import type {ToolCallPart} from './message.ts'

/** Report arguments that are no JSON, where a format has JSON alone. */
export function loseRaw(
  {name, input, raw}: ToolCallPart,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): void {
  if (raw === undefined || raw !== input) return
  const reason = `Cannot keep the arguments of \`${name}\` as they are: they are no JSON, so they are one string here`
  lose(options, 'tool-args-not-json', [...path, 'input'], reason)
}
