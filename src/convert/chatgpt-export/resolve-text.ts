import {lose} from '../lose.ts'
import type {Loss, LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {readReferences} from './read-references.ts'
import {resolveCitations} from './resolve-citations.ts'

/** Put links in place of the citations in the texts of a message. */
export function resolveText(
  parts: ReadonlyArray<Part>,
  metadata: Record<string, unknown>,
  path: Loss['path'],
  options: Readonly<LossOptions>
): Array<Part> {
  const texts = parts.flatMap(part => (part.type === 'text' ? [part.text] : []))
  const references = readReferences(metadata)
  const {values, left, unresolved, linked} = resolveCitations(texts, references)
  const unplaced = new Set(
    left.flatMap(({urls}) => urls).filter(url => !linked.has(url))
  )
  if (unresolved > 0) {
    const reason = `Cannot resolve ${unresolved} citations: the export does not say what they refer to`
    lose(options, 'citation-unresolved', path, reason)
  }
  if (unplaced.size > 0) {
    const reason = `Cannot place ${unplaced.size} sources, such as \`${[...unplaced][0]}\`: the text does not cite them`
    lose(options, 'citation-unresolved', path, reason)
  }
  let next = 0
  return parts.map(part =>
    part.type === 'text' ? {...part, text: String(values[next++])} : part
  )
}
