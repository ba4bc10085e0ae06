// The prefixes of lines in quotes, list items, and footnote definitions: the
// prefix of one line tells how the next must start to go on in the container.

import type {Code, Effects, State, TokenizeContext} from 'micromark-util-types'

/** Prefix of a line that stays in a container: `>`, or so many columns. */
export type Continuation = number | '>'

const greaterThan = 62

// Note: these are of GFM, whose types are not loaded here.
const footnotePrefixes: ReadonlySet<string> = new Set([
  'gfmFootnoteDefinitionLabel',
  'gfmFootnoteDefinitionIndent'
])

/** Read the prefix of a line in `containers`. */
export function toContent(
  effects: Effects,
  containers: ReadonlyArray<Continuation>,
  ok: State,
  nok: State
): State {
  let index = 0
  let size = 0
  return inPrefix

  function inPrefix(code: Code): State | undefined {
    const container = containers[index]
    if (container === undefined) return ok(code)
    if (container === '>') {
      if (code === greaterThan) return next(code, afterQuoteMarker)
      if (size === 3) return nok(code)
    } else if (size === container || isBreak(code)) {
      // Note: a blank line is always in a list item, however indented.
      return nextContainer(code)
    }
    if (!isSpace(code)) return nok(code)
    size++
    return next(code, inPrefix)
  }

  function afterQuoteMarker(code: Code): State | undefined {
    return isSpace(code) ? next(code, nextContainer) : nextContainer(code)
  }

  function nextContainer(code: Code): State | undefined {
    index++
    size = 0
    return inPrefix(code)
  }

  function next(code: Code, state: State): State {
    effects.consume(code)
    return state
  }
}

/** Find the containers of the current line, from its tokens so far. */
export function findContainers(context: TokenizeContext): Array<Continuation> {
  const {events} = context
  const containers: Array<Continuation> = []
  // Note: each line before has a chunk of flow, at its end.
  let index = events.length
  while (index > 0 && events[index - 1]?.[1].type !== 'chunkFlow') index--
  let indent = 0
  for (const [kind, token] of events.slice(index)) {
    if (kind === 'enter') continue
    const type: string = token.type
    const size = () => context.sliceSerialize(token, true).length
    if (type === 'linePrefix') {
      indent = size()
      continue
    }
    if (type === 'blockQuotePrefix') containers.push('>')
    else if (type === 'listItemPrefix') containers.push(indent + size())
    else if (type === 'listItemIndent') containers.push(size())
    else if (footnotePrefixes.has(type)) containers.push(4)
    else continue
    indent = 0
  }
  return containers
}

/** Whether a line, or the file, ends at `code`. */
export function isBreak(code: Code): boolean {
  // Note: micromark has codes below -2 for line endings.
  return code === null || code < -2
}

/** Whether `code` is a space, or part of a tab. */
export function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32
}
