import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {appendLinks} from '../import/append-links.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import type {Part} from '../message.ts'

/**
 * Read a text; its sources follow it, because the export does not say for sure
 * which words they are of.
 */
export function readText(block: Record<string, unknown>): Array<Part> {
  const text = toText(block.text)
  const links = toList(block.citations).flatMap(toLink)
  if (text.trim() === '' && links.length === 0) return []
  return [{type: 'text', text: appendLinks(text, links)}]
}

function toLink(citation: unknown): Array<{title: string; url: string}> {
  if (!isPlainObject(citation)) return []
  const details = isPlainObject(citation.details) ? citation.details : {}
  const url = toText(citation.url) || toText(details.url)
  const title = toText(citation.title) || toText(details.title)
  return url === '' ? [] : [{title, url}]
}
