const characters: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"]
])

/** Undo the escapes that Open WebUI writes, each once. */
export function unescapeHtml(value: string): string {
  return value.replace(/&(?:amp|gt|lt|quot|#39|#x27);/g, code =>
    String(characters.get(code))
  )
}
