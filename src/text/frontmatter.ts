import {isLineEnding, nextLine, skipSpaces} from './line.ts'

/**
 * Frontmatter of a note.
 *
 * ```markdown
 * > | ---
 *     ^^^
 * > | model: gpt-4o
 *     ^^^^^^^^^^^^^
 * > | ---
 *     ^^^
 * ```
 */
export interface FrontmatterSpan {
  /** Offset of the opening fence. */
  start: number
  /** Offset of the YAML. */
  yamlStart: number
  /** Offset of the closing fence. */
  yamlEnd: number
  /** Offset of the line after it. */
  end: number
}

/** The characters of the fences around frontmatter. */
export const frontmatterFence = '---'

/**
 * Find the frontmatter that starts at `start`, as remark-frontmatter does:
 * exactly `---` plus spaces or tabs, up to the next such line.
 */
export function scanFrontmatter(
  value: string,
  start: number
): FrontmatterSpan | undefined {
  const openEnd = fenceEnd(value, start)
  if (openEnd === -1) return undefined
  const yamlStart = nextLine(value, openEnd)
  let hit = value.indexOf(frontmatterFence, openEnd)
  while (hit !== -1) {
    const end = isLineEnding(value.charCodeAt(hit - 1))
      ? fenceEnd(value, hit)
      : -1
    if (end !== -1) {
      return {start, yamlStart, yamlEnd: hit, end: nextLine(value, end)}
    }
    hit = value.indexOf(frontmatterFence, hit + 1)
  }
  return undefined
}

/** Find where the fence at `offset` ends, before its line ending; `-1` if it is none. */
export function fenceEnd(value: string, offset: number): number {
  if (!value.startsWith(frontmatterFence, offset)) return -1
  const end = skipSpaces(value, offset + frontmatterFence.length)
  return end === value.length || isLineEnding(value.charCodeAt(end)) ? end : -1
}
