import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {ResultMatcher} from '../import/match-results.ts'
import {readBlockOutput} from '../import/read-block-output.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {readArtifact} from './read-artifact.ts'

/** Read a call of a tool, or the document that it makes. */
export function readToolUse(
  block: Record<string, unknown>,
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Part> {
  const name = toText(block.name)
  const id = toText(block.id) || undefined
  const document = options.hidden ? undefined : readArtifact(name, block.input)
  const isDocument = document !== undefined
  matcher.add({name, id, isDocument})
  if (isDocument) return [{type: 'text', text: document}]
  const call = {name, ...compact({id}), input: block.input ?? null}
  return [{type: 'tool-call', ...call}]
}

/** Read a result; its call is the one with its id, or else the next. */
export function readResult(
  block: Record<string, unknown>,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Part> {
  const id = toText(block.tool_use_id) || undefined
  const call = matcher.take(id)
  if (call?.isDocument) {
    const reason =
      'Cannot see what Claude was told of an artifact: `hidden: true` keeps it, and its call in place of the text'
    lose(options, 'hidden-dropped', path, reason)
    return []
  }
  return [
    {
      type: 'tool-result',
      name: call?.name ?? toText(block.name),
      ...compact({id}),
      output: readBlockOutput(block.content),
      ...(block.is_error === true && {error: true})
    }
  ]
}

/** Read a call of a design chat, which has its result with it. */
export function readDesignCall(block: Record<string, unknown>): Array<Part> {
  const call = isPlainObject(block.toolCall) ? block.toolCall : {}
  const about = {
    name: toText(call.name),
    ...compact({id: toText(call.id) || undefined})
  }
  const {input = null, output} = call
  return [
    {type: 'tool-call', ...about, input},
    ...(output == null
      ? []
      : [{type: 'tool-result' as const, ...about, output}])
  ]
}
