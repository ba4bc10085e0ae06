import {
  type CST,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Scalar
} from 'yaml'
import {lineEnd} from '../text/line.ts'
import {type Draft, replace} from './draft.ts'
import {isArray} from './is-array.ts'
import {findBlankStart, findIndent} from './lines.ts'
import type {Part} from './parts.ts'
import {isSplit, type Quote, writeItems, writeValue} from './write.ts'

/** Write the value of a part anew in its place. */
export function replaceValue(
  draft: Draft,
  part: Part,
  wanted: unknown,
  flow: boolean
): void {
  const {value, lineEnding} = draft
  const {node, after, lead, props, end} = part
  if (!flow && isArray(wanted) && wanted.some(isSplit)) {
    const glue = lineEnding + findIndent(value, part.start)
    const content = lead.trimEnd() + writeItems(wanted, glue)
    replace(draft, after, Math.max(after, end), content)
    return
  }
  const content = writeValue(wanted, {quote: toQuote(node), flow})
  const line = node && blockStart(value, node)
  if (!node || line !== undefined || node.range[0] === node.range[1]) {
    // Anything between, such as a comment after the key, stays.
    if (props) replace(draft, props.start, props.end, content)
    else replace(draft, after, after, lead + content)
    if (line) replace(draft, beforeLine(value, line), lineEnd(value, end), '')
  } else {
    const start = props?.start ?? node.range[0]
    replace(draft, start, end, content + findComment(node))
  }
}

/** Find the first line of a block collection that starts on one of its own. */
export function blockStart(
  value: string,
  node: ParsedNode
): number | undefined {
  if (!isCollection(node) || node.flow) return
  return findBlankStart(value, node.range[0])
}

/** Find the end of the line before one. */
function beforeLine(value: string, line: number): number {
  return line - (value.endsWith('\r\n', line) ? 2 : 1)
}

/** The comment on the first line of a `|` or `>` scalar. */
function findComment({srcToken}: ParsedNode): string {
  if (srcToken?.type !== 'block-scalar') return ''
  const comment = srcToken.props.find(({type}) => type === 'comment')
  return comment ? ` ${(comment as CST.SourceToken).source}` : ''
}

/** How strings are written in a place: as those that it holds. */
export function toQuote(node: ParsedNode | null): Quote {
  if (isMap(node)) return toQuote(lastOf(node.items)?.key ?? null)
  if (isSeq(node)) return toQuote(lastOf(node.items) as ParsedNode | null)
  if (!isScalar(node)) return 'plain'
  if (node.type === Scalar.QUOTE_DOUBLE) return 'double'
  return node.type === Scalar.QUOTE_SINGLE ? 'single' : 'plain'
}

function lastOf<Item>(items: ReadonlyArray<Item>): Item | undefined {
  return items[items.length - 1]
}
