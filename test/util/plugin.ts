const delimiter = '<hr class="__chatgpt_plugin">'

/**
 * Split a note as ChatGPT MD does: at each delimiter, wherever it stands, in
 * what follows the frontmatter.
 */
export function splitAsPlugin(value: string): Array<string> {
  const lines = value.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const close = lines.findIndex((line, index) => index > 0 && isFence(line))
  const start = isFence(lines[0] ?? '') && close !== -1 ? close + 1 : 0
  return lines.slice(start).join('\n').split(delimiter)
}

/** Count the delimiters in a text, on lines of their own or not. */
export function countDelimiters(value: string): number {
  return value.split(delimiter).length - 1
}

/** Whether a line is a delimiter. */
export function isDelimiter(line: string): boolean {
  return line.trim() === delimiter
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line)
}
