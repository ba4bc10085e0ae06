import type {Step} from './to-steps.ts'

/** Find where a part of a step is in the conversation. */
export function pathOf({paths}: Step, index: number): Step['path'] {
  // Never absent: each part has one.
  return paths[index] as Step['path']
}
