/** How tokens in contents are written and read. */
export interface TokenOptions {
  /**
   * Whether a content that holds a token is refused, or is written with one more
   * backslash in it, `<|\im_end|>`, which reading takes away (default:
   * `'refuse'`, and to read nothing so).
   */
  specialTokens?: 'escape' | 'refuse' | null | undefined
}

/** Opens a message. */
export const openToken = '<|im_start|>'

/** Closes a message. */
export const closeToken = '<|im_end|>'

const tokens = /<\|(\\*)(im_start|im_end|im_sep|endoftext)\|>/g

/** Make sure that the option is one. */
export function assertSpecialTokens(
  options: Readonly<TokenOptions> | null | undefined
): void {
  const value = options?.specialTokens ?? 'refuse'
  if (value === 'escape' || value === 'refuse') return
  throw new TypeError(
    `Unexpected \`specialTokens\` \`${value}\`, expected \`escape\` or \`refuse\``
  )
}

/** Write a content that holds no tokens, or none any more. */
export function writeTokens(
  content: string,
  where: string,
  {specialTokens}: Readonly<TokenOptions>
): string {
  if (specialTokens === 'escape') {
    return content.replace(tokens, '<|$1\\$2|>')
  }
  for (const [token, slashes] of content.matchAll(tokens)) {
    if (slashes !== '') continue
    throw new TypeError(
      `Cannot write \`${token}\` in ${where}: it would be a token, see the option \`specialTokens\``
    )
  }
  return content
}

/** Read a content whose tokens may be escaped. */
export function readTokens(
  content: string,
  {specialTokens}: Readonly<TokenOptions>
): string {
  if (specialTokens !== 'escape') return content
  return content.replace(tokens, (token, slashes: string, name: string) =>
    slashes === '' ? token : `<|${slashes.slice(1)}${name}|>`
  )
}
