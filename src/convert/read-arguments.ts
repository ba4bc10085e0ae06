import {toJsonText} from './json-text.ts'

/** Arguments of a tool call, in the words of a `ToolCallPart`. */
export interface Arguments {
  /** Arguments, parsed; the text itself if it is no JSON. */
  input: unknown
  /** The text, if the input alone would be written otherwise. */
  raw?: string
}

/** Read arguments that a format has as JSON in a string. */
export function readArguments(value: string): Arguments {
  const input = parseJson(value)
  if (input === undefined) return {input: value, raw: value}
  return toJsonText(input) === value ? {input} : {input, raw: value}
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
