import {writeLink} from './write-link.ts'

/** Put links to the sources of a text after it, each once. */
export function appendLinks(
  value: string,
  links: ReadonlyArray<{title: string; url: string}>
): string {
  const unique = new Map(links.map(link => [link.url, link]))
  if (unique.size === 0) return value
  const all = [...unique.values()].map(({title, url}) => writeLink(title, url))
  // Note: on a line of their own after all that the text may leave open.
  return `${value.trimEnd()}\n\n(${all.join(', ')})`
}
