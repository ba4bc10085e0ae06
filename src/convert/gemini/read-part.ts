import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import type {GeminiReadPart} from './schema.ts'
import {isWrapped} from './write-call.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined

/** A part that has a key. */
type With<K extends keyof GeminiReadPart> = GeminiReadPart &
  Record<K, NonNullable<GeminiReadPart[K]>>

/** Read a part of a message: the first of its keys that we know. */
export function readPart(
  part: GeminiReadPart,
  path: Path,
  options: Options
): Part {
  const {functionCall, functionResponse} = part
  if (functionCall) return readCall({...part, functionCall}, path, options)
  if (functionResponse) {
    return readResult({...part, functionResponse}, path, options)
  }
  if (part.inlineData || part.fileData) return readFile(part, path, options)
  if (part.text !== undefined) return readText(part, path, options)
  const kind = Object.keys(part)[0] ?? 'part'
  return keepOwnPart({type: 'other', kind, value: part}, 'gemini')
}

function readText(
  {text = '', thought, thoughtSignature, ...rest}: GeminiReadPart,
  path: Path,
  options: Options
): Part {
  dropRest(rest, [], path, options)
  const meta = compact({thoughtSignature})
  if (thought) {
    const hasMeta = thoughtSignature !== undefined
    return {type: 'reasoning', text, ...(hasMeta && {meta})}
  }
  loseSignature({thoughtSignature}, path, options)
  return {type: 'text', text}
}

function readCall(
  {functionCall, thoughtSignature, ...others}: With<'functionCall'>,
  path: Path,
  options: Options
): Part {
  const {id, name, args = {}, ...rest} = functionCall
  dropRest({...others, ...rest}, [], path, options)
  return {
    type: 'tool-call',
    name,
    ...(id && {id}),
    input: args,
    ...(thoughtSignature !== undefined && {meta: {thoughtSignature}})
  }
}

function readResult(
  {functionResponse, thoughtSignature, ...others}: With<'functionResponse'>,
  path: Path,
  options: Options
): Part {
  const {id, name, response = {}, ...rest} = functionResponse
  loseSignature({thoughtSignature}, path, options)
  dropRest({...others, ...rest}, [], path, options)
  const said = {name, ...(id && {id})}
  if (!isWrapped(response)) {
    return {type: 'tool-result', ...said, output: response}
  }
  return 'error' in response
    ? {type: 'tool-result', ...said, output: response.error, error: true}
    : {type: 'tool-result', ...said, output: response.output}
}

function readFile(
  {inlineData, fileData, thoughtSignature, ...others}: GeminiReadPart,
  path: Path,
  options: Options
): Part {
  loseSignature({thoughtSignature}, path, options)
  dropRest(others, [], path, options)
  const {mimeType, displayName, data, fileUri, ...rest} = {
    ...fileData,
    ...inlineData
  }
  dropRest(rest, [], path, options)
  return {
    type: 'file',
    ...compact({mediaType: mimeType}),
    ...(typeof displayName === 'string' && {name: displayName}),
    ...compact({data, url: fileUri})
  }
}

function loseSignature(
  {thoughtSignature}: Pick<GeminiReadPart, 'thoughtSignature'>,
  path: Path,
  options: Options
): void {
  if (thoughtSignature === undefined) return
  const reason =
    'Cannot keep the signature of a part: only thoughts and calls have one in a chat'
  lose(options, 'reasoning-dropped', [...path, 'thoughtSignature'], reason)
}
