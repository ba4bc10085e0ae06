import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {writeLink} from '../import/write-link.ts'

/** The source of a citation. */
export interface Reference {
  /** Characters that it stands for; absent in old exports. */
  matched?: string | undefined
  /** Index of its first character. */
  start: number
  /** Index after its last. */
  end: number
  /** Markdown in its place; absent if the export does not say. */
  markdown?: string | undefined
  /** Addresses that it links to. */
  urls: Array<string>
}

/** Read the sources of the citations of a message. */
export function readReferences(
  metadata: Record<string, unknown>
): Array<Reference> {
  const references = toList(metadata.content_references).filter(isPlainObject)
  if (references.length > 0) return references.map(toReference)
  return toList(metadata.citations).filter(isPlainObject).map(toOldReference)
}

function toReference(value: Record<string, unknown>): Reference {
  const pages = listPages(value)
  return {
    matched: toText(value.matched_text),
    start: toIndex(value.start_idx),
    end: toIndex(value.end_idx),
    markdown: readMarkdown(value, pages),
    urls: pages.map(({url}) => url)
  }
}

function toOldReference(value: Record<string, unknown>): Reference {
  const pages = isPlainObject(value.metadata) ? listPages(value.metadata) : []
  return {
    start: toIndex(value.start_ix),
    end: toIndex(value.end_ix),
    markdown: writeLinks(pages),
    urls: pages.map(({url}) => url)
  }
}

function toIndex(value: unknown): number {
  return typeof value === 'number' ? value : -1
}

function readMarkdown(
  value: Record<string, unknown>,
  pages: ReadonlyArray<Page>
): string | undefined {
  // Note: ChatGPT shows nothing for these.
  if (value.type === 'hidden') return ''
  if (toText(value.alt) !== '') return toText(value.alt)
  if (value.type === 'file' && toText(value.name) !== '') {
    return `(${toText(value.name)})`
  }
  return writeLinks(pages)
}

interface Page {
  title: string
  url: string
}

/** List the pages that a reference names, each once. */
function listPages(value: Record<string, unknown>): Array<Page> {
  const all = [value, ...listChildren(value)]
  const pages = all.flatMap(page => {
    const url = toText(page.url) || toText(page.content_url)
    const title = toText(page.title) || toText(page.attribution)
    return url === '' ? [] : [[url, {title, url}] as const]
  })
  return [...new Map(pages).values()]
}

function listChildren(
  value: Record<string, unknown>
): Array<Record<string, unknown>> {
  return ['items', 'sources', 'images', 'supporting_websites'].flatMap(key =>
    toList(value[key])
      .filter(isPlainObject)
      .flatMap(child => [
        child,
        ...toList(child.supporting_websites).filter(isPlainObject)
      ])
  )
}

function writeLinks(pages: ReadonlyArray<Page>): string | undefined {
  if (pages.length === 0) return undefined
  return `(${pages.map(({title, url}) => writeLink(title, url)).join(', ')})`
}
