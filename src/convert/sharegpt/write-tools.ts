import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import {loseRaw} from '../lose-raw.ts'
import type {LossOptions} from '../loss.ts'
import type {ToolCallPart, ToolResultPart} from '../message.ts'
import {pathOf} from '../path-of.ts'
import type {Step} from '../to-steps.ts'
import {name as format} from './name.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

/** Write the calls of a message: one as an object, several as a list. */
export function writeCalls(step: Step, options: Options): string | undefined {
  const {message, path} = step
  checkOrder(message.parts, path, options)
  const calls = message.parts.flatMap((part, index) =>
    part.type === 'tool-call'
      ? [writeCall(part, pathOf(step, index), options)]
      : []
  )
  if (calls.length === 0) return undefined
  return toJsonText(calls.length === 1 ? calls[0] : calls)
}

/** Write results: one as it is, several as a list. */
export function writeResults(step: Step, options: Options): string {
  const results = step.message.parts.filter(
    (part): part is ToolResultPart => part.type === 'tool-result'
  )
  results.forEach(({error}, index) => {
    const place = pathOf(step, index)
    if (!error) return
    const reason = `Cannot keep that a call failed: ${format} has the text alone`
    lose(options, 'extra-dropped', [...place, 'error'], reason)
  })
  const [first] = results
  const output = results.length === 1 ? first?.output : results.map(toOutput)
  return typeof output === 'string' ? output : toJsonText(output)
}

function toOutput({output}: ToolResultPart): unknown {
  return output
}

function writeCall(
  part: ToolCallPart,
  path: Path,
  options: Options
): {name: string; arguments: unknown} {
  loseRaw(part, path, options)
  return {name: part.name, arguments: part.input}
}

/** Report text after a call, which comes before it here. */
function checkOrder(
  parts: Step['message']['parts'],
  path: Path,
  options: Options
): void {
  const start = parts.findIndex(({type}) => type === 'tool-call')
  const isSorted =
    start === -1 || parts.slice(start).every(({type}) => type === 'tool-call')
  if (isSorted) return
  const reason = `Cannot keep the order of parts: ${format} has text, then calls`
  lose(options, 'parts-joined', [...path, 'parts'], reason)
}
