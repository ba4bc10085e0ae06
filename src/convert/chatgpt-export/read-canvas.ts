import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {writeDocument} from '../import/write-document.ts'
import {readArguments} from '../read-arguments.ts'
import type {Progress} from './progress.ts'

/**
 * Read the text that a call puts in a canvas, if it makes one or writes all of
 * it anew; a change of some lines is a call like any other.
 */
export function readCanvas(
  name: string,
  value: string,
  metadata: Record<string, unknown>,
  progress: Progress
): string | undefined {
  const {input} = readArguments(value)
  if (!isPlainObject(input)) return undefined
  const canvas = isPlainObject(metadata.canvas) ? metadata.canvas : {}
  const kind =
    toText(input.type) || toText(canvas.textdoc_type) || progress.canvas
  const content = readText(name, input)
  if (content === undefined) return undefined
  progress.canvas = kind
  const title = toText(canvas.title) || toText(input.name)
  const [, language] = /^code\/(.*)$/.exec(kind ?? '') ?? []
  return writeDocument(title, language, content)
}

function readText(
  name: string,
  input: Record<string, unknown>
): string | undefined {
  if (name === 'canmore.create_textdoc')
    return toText(input.content) || undefined
  if (name !== 'canmore.update_textdoc') return undefined
  const [update, ...rest] = toList(input.updates)
  if (!isPlainObject(update) || rest.length > 0) return undefined
  // The pattern that stands for all of the text.
  if (update.pattern !== '.*') return undefined
  return toText(update.replacement) || undefined
}
