/** List all strings in a value, in some order. */
export function listText(value: unknown): Array<string> {
  const texts: Array<string> = []
  // Note: no recursion, because foreign JSON nests as deep as it likes.
  const left: Array<unknown> = [value]
  while (left.length > 0) {
    const item = left.pop()
    if (typeof item === 'string') texts.push(item)
    else if (typeof item === 'object' && item !== null) {
      for (const child of Object.values(item)) left.push(child)
    }
  }
  return texts
}
