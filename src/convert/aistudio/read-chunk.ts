import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {readGeminiPart} from '../import/read-gemini-part.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import type {AistudioChunk} from './schema.ts'

/** Keys of files that are in Drive. */
const fileKeys = ['driveAudio', 'driveDocument', 'driveImage', 'driveVideo']

/** Read a piece of a prompt: its text is that of all its parts. */
export function readChunk(
  chunk: AistudioChunk,
  role: string,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const text = toText(chunk.text)
  const said = (chunk.parts ?? []).flatMap(part => readGeminiPart(part))
  const isTold = text.trim() !== ''
  const parts: Array<Part> = [
    ...readFiles(chunk, path, options),
    ...(isTold ? [{type: 'text' as const, text}, ...said.filter(isData)] : said)
  ].map(part =>
    chunk.isThought === true && part.type === 'text'
      ? {type: 'reasoning', text: part.text}
      : part
  )
  if (parts.length === 0) return []
  const speaker = chunk.role === 'model' ? 'assistant' : (chunk.role ?? role)
  return [{message: {role: speaker, parts}, path}]
}

function isData({type}: Part): boolean {
  return type !== 'text' && type !== 'reasoning'
}

function readFiles(
  chunk: AistudioChunk,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Part> {
  const inline = [chunk.inlineData, chunk.inlineImage]
    .filter(isPlainObject)
    .flatMap(inlineData => readGeminiPart({inlineData}))
  const code = ['executableCode', 'codeExecutionResult'].flatMap(key => {
    const value = chunk[key]
    return isPlainObject(value) ? readGeminiPart({[key]: value}) : []
  })
  return [
    ...fileKeys.flatMap(key => readDrive(chunk[key], key)),
    ...inline,
    ...code
  ]

  function readDrive(value: unknown, key: string): Array<FilePart> {
    if (!isPlainObject(value)) return []
    const ref = toText(value.id) || undefined
    const reason = `Cannot find the file \`${ref ?? ''}\` of Drive: the prompt does not hold it`
    lose(options, 'file-unresolved', [...path, key], reason)
    const mediaType = key === 'driveImage' ? 'image/*' : undefined
    return [{type: 'file', ...compact({ref, mediaType})}]
  }
}
