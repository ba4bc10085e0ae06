import stringWidth from 'string-width'

/** Wrap a line at spaces to a width in columns; its indentation is kept. */
export function wrap(line: string, columns: number): Array<string> {
  const width = Math.max(columns, 20)
  const indent = /^ */.exec(line)?.[0] ?? ''
  const lines: Array<string> = []
  let current = indent
  for (const word of line.slice(indent.length).split(' ')) {
    const isFirst = current === indent
    const joined = isFirst ? current + word : `${current} ${word}`
    if (isFirst || stringWidth(joined) <= width) current = joined
    else {
      lines.push(current)
      current = indent + word
    }
    while (stringWidth(current) > width) {
      const [head, rest] = cut(current, width)
      lines.push(head)
      current = indent + rest
    }
  }
  lines.push(current)
  return lines
}

/** Cut a word that is wider than a line. */
function cut(line: string, width: number): [string, string] {
  let end = 0
  let used = 0
  for (const character of line) {
    used += stringWidth(character)
    if (used > width) break
    end += character.length
  }
  return [line.slice(0, Math.max(end, 1)), line.slice(Math.max(end, 1))]
}
