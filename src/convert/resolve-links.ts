import type {Dialect} from '../dialects/dialect.ts'
import {parse} from '../parse.ts'
import {findCode, isInCode} from '../text/code.ts'

/** Inlines the notes that a text links to, and says which it cannot. */
export type LinkResolver = (
  text: string,
  lose: (reason: string) => void
) => string

/** How many notes may stand in each other. */
const maxDepth = 10

/** How many characters all notes of a chat may have, as links multiply them. */
const maxLength = 10_000_000

/** `[[target|shown]]`, and the same embedded. */
const link = /!?\[\[([^[\]|\r\n]+)(?:\|[^[\]\r\n]*)?\]\]/g

/** State while the notes of a chat are inlined. */
interface Inliner {
  resolveLink: (target: string) => string | undefined
  dialect: Readonly<Dialect>
  /** Contents of the notes that were asked for. */
  contents: Map<string, string | undefined>
  /** Characters that notes may still have. */
  left: number
}

/** Make a function that inlines the notes of links, outside code. */
export function createLinkResolver(
  resolveLink: (target: string) => string | undefined,
  dialect: Readonly<Dialect>
): LinkResolver {
  const contents = new Map<string, string | undefined>()
  const inliner: Inliner = {resolveLink, dialect, contents, left: maxLength}
  return (text, lose) => inline(text, [], inliner, lose)
}

function inline(
  text: string,
  above: ReadonlyArray<string>,
  inliner: Inliner,
  lose: (reason: string) => void
): string {
  const code = findCode(text, 0, text.length)
  return text.replace(link, (whole, target: string, offset: number) => {
    const isCode = code.open && code.open.start < offset
    if (isCode || isInCode(code, offset)) return whole
    const content = findContent(target, inliner)
    if (content === undefined) return whole
    const reason = findReason(target, content, above, inliner)
    if (reason) {
      lose(`Cannot inline \`${whole}\`: ${reason}`)
      return whole
    }
    inliner.left -= content.length
    return inline(content, [...above, target], inliner, lose)
  })
}

function findContent(target: string, inliner: Inliner): string | undefined {
  const {resolveLink, dialect, contents} = inliner
  if (!contents.has(target)) {
    const note = resolveLink(target)
    contents.set(
      target,
      note === undefined ? undefined : joinContents(note, dialect)
    )
  }
  return contents.get(target)
}

/** Find why a note cannot be inlined. */
function findReason(
  target: string,
  content: string,
  above: ReadonlyArray<string>,
  {left}: Inliner
): string | undefined {
  if (above.includes(target)) return 'the note links to itself'
  if (above.length >= maxDepth) {
    return `expected at most ${maxDepth} notes in each other`
  }
  return content.length > left
    ? `expected at most ${maxLength} characters of notes`
    : undefined
}

/** Take the contents of a note, without frontmatter and boundaries. */
function joinContents(note: string, dialect: Readonly<Dialect>): string {
  return parse(note, {position: false, dialect})
    .children.map(({value}) => dialect.sent?.read(value).value ?? value)
    .filter(value => value !== '')
    .join('\n\n')
}
