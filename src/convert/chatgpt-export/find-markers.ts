// Citations stand in an answer as characters for private use, which a font shows
// as nothing: U+E200 kind (U+E202 argument)* U+E201. Older ones are 【…】.

/** A citation in a text. */
export interface Marker {
  /** Offset of its first character. */
  start: number
  /** Offset after its last. */
  end: number
  /** Kind of citation, such as `cite`; empty for 【…】. */
  kind: string
  /** The text after the kind. */
  rest: string
}

const open = '\ue200'
const close = '\ue201'
const separator = '\ue202'

/** A text, and the citations in it. */
export interface CitingText {
  value: string
  markers: Array<Marker>
}

/** Find the citations in a text, each by its own two ends. */
export function findMarkers(value: string): Array<Marker> {
  const newer = findPairs(value, open, close).flatMap(([start, end]) => {
    const inner = value.slice(start + 1, end - 1)
    const cut = inner.indexOf(separator)
    const kind = cut === -1 ? inner : inner.slice(0, cut)
    const rest = cut === -1 ? '' : inner.slice(cut + 1)
    // Note: other fonts use these characters too, but not around a name.
    return /^[a-z_]+$/.test(kind) ? [{start, end, kind, rest}] : []
  })
  const older = findPairs(value, '【', '】').map(([start, end]) => ({
    start,
    end,
    kind: '',
    rest: ''
  }))
  return [...newer, ...older]
}

/** Find pairs of characters without another opening one between them. */
export function findPairs(
  value: string,
  open: string,
  close: string
): Array<[start: number, end: number]> {
  const pairs: Array<[number, number]> = []
  let after = 0
  for (let end = value.indexOf(close); end !== -1; ) {
    const start = value.slice(after, end).lastIndexOf(open)
    if (start !== -1) pairs.push([after + start, end + 1])
    after = end + 1
    end = value.indexOf(close, after)
  }
  return pairs
}
