import {readJson} from './parts/json.ts'

/** Arguments of a call, parsed, and as text where that says more. */
export interface Arguments {
  /** Arguments, or their text where they are no JSON. */
  input: unknown
  /** Text, where it is no JSON or `JSON.stringify(input)` differs. */
  raw?: string
}

/** Read the arguments that a model wrote for a call. */
export function readArguments(text: string): Arguments {
  const json = readJson(text)
  if (!json) return {input: text, raw: text}
  const input = json.value
  return JSON.stringify(input) === text ? {input} : {input, raw: text}
}
