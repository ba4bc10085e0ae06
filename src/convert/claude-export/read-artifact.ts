import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toText} from '../import/to-text.ts'
import {writeDocument} from '../import/write-document.ts'

/** Languages of artifacts that are no Markdown. */
const languages: ReadonlyMap<string, string> = new Map([
  ['application/vnd.ant.mermaid', 'mermaid'],
  ['application/vnd.ant.react', 'jsx'],
  ['image/svg+xml', 'svg'],
  ['text/html', 'html']
])

/**
 * Read the document that a call makes or writes anew; a change of some lines is
 * a call like any other.
 */
export function readArtifact(name: string, input: unknown): string | undefined {
  if (name !== 'artifacts' || !isPlainObject(input)) return undefined
  if (input.command !== 'create' && input.command !== 'rewrite') {
    return undefined
  }
  const content = toText(input.content)
  const kind = toText(input.type)
  // Note: without its type nobody knows whether it is Markdown.
  if (content === '' || kind === '') return undefined
  const language =
    kind === 'application/vnd.ant.code'
      ? toText(input.language)
      : languages.get(kind)
  return writeDocument(toText(input.title), language, content)
}
