import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {defaultDialect} from '../default-dialect.ts'
import {type Problem, type Report, toMessages} from '../problem.ts'
import {toValue} from '../read-note.ts'
import {createLines, toPoint} from '../text/point.ts'
import type {DialectOptions, Turn} from '../tree.ts'
import {assertOptions} from './assert-options.ts'
import {createMovePoint} from './content-points.ts'
import {type Markdown, type MarkdownOptions, markdownWith} from './markdown.ts'
import {isDeeper, type MovePoint, movePoints} from './walk.ts'

/** How much of a content is parsed. */
export interface ContentLimits {
  /**
   * Most characters that a content may have to be parsed; a longer one is a
   * paragraph of plain text, and a problem (default: `1_000_000`).
   */
  maxLength?: number | null | undefined
}

/** Options of `parseContent`. */
export interface ContentOptions
  extends DialectOptions,
    MarkdownOptions,
    ContentLimits {
  /** File that the turn is from, for problems (default: none). */
  file?: VFile | null | undefined
}

/** Most levels that a content may nest, because walks over trees recurse. */
export const maxDepth = 200

/**
 * Parse the content of a turn, or any content, into mdast. Positions are in the
 * whole file if the turn has one and its content is as it was parsed, else in
 * the content.
 *
 * @throws {TypeError}
 *   If `turn` is neither a turn nor a string, or an option is not of its type.
 */
export function parseContent(
  turn: Readonly<Turn> | string,
  options?: Readonly<ContentOptions> | null
): Root {
  assertOptions(options)
  const problems: Array<Problem> = []
  const root = readContent(turn, markdownWith(options), options, problem =>
    problems.push(problem)
  )
  const file = options?.file
  if (file) file.messages.push(...toMessages(problems, toValue(file)))
  return root
}

/** Parse a content with a reader of Markdown. */
export function readContent(
  turn: Readonly<Turn> | string,
  markdown: Markdown,
  options: Readonly<ContentLimits & DialectOptions> | null | undefined,
  report?: Report | undefined
): Root {
  const node: Pick<Turn, 'position' | 'raw' | 'value'> =
    typeof turn === 'string' ? {value: turn} : turn
  const value: unknown = node?.value
  if (typeof value !== 'string') {
    throw new TypeError('Expected `turn` to be a `turn` node or a string')
  }
  const dialect = options?.dialect ?? defaultDialect
  const move = createMovePoint(node, dialect)
  const parsed = parseWithin(value, markdown, options?.maxLength, move)
  if ('type' in parsed) return parsed
  const {raw, position} = node
  const start = (position?.start.offset ?? 0) + (raw?.open.length ?? 0)
  const end = start + (raw?.body.length ?? 0)
  report?.({...parsed, start, end})
  const root = toPlain(value)
  if (move) movePoints(root, move)
  return root
}

/** Parse a value, or say that it is too long, or its tree too deep. */
function parseWithin(
  value: string,
  markdown: Markdown,
  maxLength: number | null | undefined,
  move: MovePoint | undefined
): Root | Pick<Problem, 'ruleId' | 'severity' | 'reason'> {
  const most = maxLength ?? 1_000_000
  if (value.length > most) {
    const reason = `Unexpected content of ${value.length} characters, expected at most ${most}; it is not parsed`
    return {ruleId: 'content-too-long', severity: 'warning', reason}
  }
  const root = markdown.parse(value, move)
  if (!isDeeper(root, maxDepth)) return root
  const reason = `Unexpected content that nests deeper than ${maxDepth} levels; it is not parsed`
  return {ruleId: 'content-too-deep', severity: 'warning', reason}
}

/** Make a tree of one paragraph of plain text. */
function toPlain(value: string): Root {
  const lines = createLines(value)
  const toPosition = () => ({
    start: toPoint(lines, 0),
    end: toPoint(lines, value.length)
  })
  return {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{type: 'text', value, position: toPosition()}],
        position: toPosition()
      }
    ],
    position: toPosition()
  }
}
