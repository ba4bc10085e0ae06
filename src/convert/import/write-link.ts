/** Write a link in Markdown, whatever title and address hold. */
export function writeLink(title: string, url: string): string {
  const text = title.replace(/\s+/g, ' ').trim() || url
  return `[${text.replace(/[\\[\]`*_<&]/g, '\\$&')}](${writeUrl(url)})`
}

/** Write an address; characters that would end it are written in percent. */
function writeUrl(url: string): string {
  return url.replace(/[\s<>()\\]/g, character =>
    encodeURIComponent(character).replace(
      /[()]/g,
      bracket => `%${bracket.charCodeAt(0).toString(16)}`
    )
  )
}
