import {trimContent} from '../../text/line.ts'
import type {Part, TextPart, ToolCallPart, ToolResultPart} from '../message.ts'
import {writeFile} from './file.ts'
import {findBlocks} from './find-blocks.ts'
import {isShallow, maxDepth, writeJson} from './json.ts'
import {normalizeParts} from './normalize-parts.ts'
import {pickPart} from './pick-part.ts'
import {writeReasoning} from './reasoning.ts'
import type {PartsOptions} from './to-parts.ts'
import {writeFence, writeInfo} from './write-fence.ts'

/**
 * Write parts as a content: Markdown that `toParts` reads as the same parts, up
 * to `normalizeParts`.
 *
 * Note: the content of a role that has not all parts (see `PartsOptions`) is
 * read as text where they stand.
 *
 * @throws {TypeError} If one is no part, or nests too deep.
 */
export function fromParts(
  parts: ReadonlyArray<Part>,
  options?: Readonly<PartsOptions> | null
): string {
  const role = options?.role ?? 'assistant'
  const normal = normalizeParts(parts.map(assertPart))
  return normal
    .map((part, index) =>
      part.type === 'text'
        ? writeText(part, role, index === normal.length - 1)
        : writeBlock(part)
    )
    .join('\n\n')
}

function assertPart(part: Part, index: number): Part {
  const picked = pickPart(part)
  if (!picked) throw new TypeError(`Expected \`parts[${index}]\` to be a part`)
  if (isShallow(picked)) return picked
  throw new TypeError(
    `Cannot write \`parts[${index}]\`, expected at most ${maxDepth} levels of lists and maps`
  )
}

function writeText({text}: TextPart, role: string, isLast: boolean): string {
  const {blocks, isOpen} = findBlocks(text, role)
  // Note: code that nothing closes would go on in the next part.
  if (isOpen && !isLast) return writeFence('markdown part', text)
  let value = ''
  let from = 0
  for (const {mark} of blocks) {
    value += `${text.slice(from, mark)}\\`
    from = mark
  }
  return value + text.slice(from)
}

type BlockPart = Exclude<Part, TextPart>

/** Write a part as its own block if that says all, or else as JSON. */
function writeBlock(part: BlockPart): string {
  const value = writeOwn(part)
  return value !== undefined && saysAll(value, part)
    ? value
    : writeFence('json part', writeJson(part))
}

function writeOwn(part: BlockPart): string | undefined {
  switch (part.type) {
    case 'reasoning':
      return writeReasoning(part)
    case 'tool-call':
      return writeCall(part)
    case 'tool-result':
      return writeResult(part)
    case 'file':
      return writeFile(part)
    default:
      return undefined
  }
}

function writeCall({
  name,
  id,
  input,
  raw,
  meta
}: ToolCallPart): string | undefined {
  const kind = raw === undefined ? 'json tool-call' : 'text tool-call'
  const info = writeInfo(kind, [name, id], meta)
  return info && writeFence(info, raw ?? writeJson(input))
}

function writeResult({
  name,
  id,
  output,
  error
}: ToolResultPart): string | undefined {
  // Note: a lone CR at the end would be half of a line ending.
  const isText = typeof output === 'string' && !output.endsWith('\r')
  const kind = `${isText ? 'text' : 'json'} ${error ? 'tool-error' : 'tool-result'}`
  const info = writeInfo(kind, [name, id])
  return info && writeFence(info, isText ? output : writeJson(output))
}

/** Whether a block is read as just this part. */
function saysAll(value: string, part: Part): boolean {
  const [block] = findBlocks(value, 'assistant').blocks
  return (
    block?.start === 0 &&
    block.end === value.length &&
    JSON.stringify(block.part) === JSON.stringify(part) &&
    trimContent(value) === value
  )
}
