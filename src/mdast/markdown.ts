import type {Nodes, Root} from 'mdast'
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import {
  defaultHandlers,
  type Options as ToMarkdownExtension,
  toMarkdown
} from 'mdast-util-to-markdown'
import type {Extension as SyntaxExtension} from 'micromark-util-types'
import remarkParse from 'remark-parse'
import {type Data, type Pluggable, unified} from 'unified'
import type {Point} from 'unist'
import {VFile} from 'vfile'
import {byteOrderMark} from '../text/line.ts'
import {commentFromMarkdown} from './comment-from-markdown.ts'
import {commentSyntax} from './comment-syntax.ts'
import {commentToMarkdown} from './comment-to-markdown.ts'
import type {MarkdownStyle} from './markdown-style.ts'
import {urlToMarkdown} from './url-to-markdown.ts'
import {type MovePoint, movePoints} from './walk.ts'

declare module 'unified' {
  interface Data {
    toMarkdownExtensions?: Array<ToMarkdownExtension>
  }
}

/** Reads and writes Markdown, with whatever extensions it was made with. */
export interface Markdown {
  /** Parse a content; positions are in it, or where `move` puts them. */
  parse(value: string, move?: MovePoint | undefined): Root
  /** Print a node, without line ending at the end. */
  print(node: Nodes, style: MarkdownStyle): string
  /** Find the types of nodes that can be printed. */
  types(): ReadonlySet<string>
}

/** Plugins and extensions that read and write more than CommonMark. */
export interface MarkdownOptions {
  /** Remark plugins that add syntax, such as remark-gfm (default: none). */
  remarkPlugins?: ReadonlyArray<Pluggable> | null | undefined
  /** Extensions of micromark (default: none). */
  extensions?: ReadonlyArray<SyntaxExtension> | null | undefined
  /** Extensions of mdast-util-from-markdown for those (default: none). */
  mdastExtensions?: ReadonlyArray<FromMarkdownExtension> | null | undefined
  /** Extensions of mdast-util-to-markdown for those (default: none). */
  toMarkdownExtensions?: ReadonlyArray<ToMarkdownExtension> | null | undefined
}

/** Reader and writer of CommonMark, from its first use on. */
let commonMark: Markdown | undefined

/** Return a reader and writer of Markdown with plugins and extensions. */
export function markdownWith(
  options: Readonly<MarkdownOptions> | null | undefined
): Markdown {
  const settings = options ?? {}
  const {remarkPlugins, extensions} = settings
  const {mdastExtensions, toMarkdownExtensions} = settings
  const more =
    remarkPlugins ?? extensions ?? mdastExtensions ?? toMarkdownExtensions
  if (more) return createMarkdown(settings)
  commonMark ??= createMarkdown({}, value =>
    value.startsWith(byteOrderMark) ? '\n' : ''
  )
  return commonMark
}

function createMarkdown(
  options: Readonly<MarkdownOptions>,
  findLead?: (value: string) => string
): Markdown {
  const processor = unified()
    .use(remarkParse)
    .use([...(options.remarkPlugins ?? [])])
    .use(function () {
      addExtensions(this.data(), options)
    })
    .freeze()
  return toMarkdownOf(
    (_, file) => processor.parse(file) as Root,
    () => processor.data(),
    findLead
  )
}

/** Add extensions to the data of a processor, and those for comment blocks. */
export function addExtensions(
  data: Data,
  options: Readonly<MarkdownOptions>
): void {
  const {extensions, mdastExtensions, toMarkdownExtensions} = options
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(commentSyntax(), ...(extensions ?? []))
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(
    commentFromMarkdown(),
    ...(mdastExtensions ?? [])
  )
  data.toMarkdownExtensions ??= []
  data.toMarkdownExtensions.push(
    commentToMarkdown(),
    urlToMarkdown,
    ...(toMarkdownExtensions ?? [])
  )
}

/**
 * Make a reader and writer of Markdown from a parser and its data.
 *
 * `findLead` returns the text before a content, an empty line or nothing: after
 * a line nothing is frontmatter, and a byte order mark is kept (default: a line).
 */
export function toMarkdownOf(
  parse: (value: string, file: VFile) => Root,
  findData: () => Data,
  findLead: (value: string) => string = () => '\n'
): Markdown {
  return {
    parse(value, move) {
      const lead = findLead(value)
      const led = lead + value
      const root = parse(led, new VFile(led))
      if (lead !== '') movePoints(root, withoutLead)
      if (move) movePoints(root, move)
      return root
    },
    print(node, style) {
      const {settings, toMarkdownExtensions: extensions = []} = findData()
      return toMarkdown(node, {...style, ...settings, extensions}).replace(
        /\n$/,
        ''
      )
    },
    types() {
      const {settings, toMarkdownExtensions: extensions = []} = findData()
      return new Set(listTypes({...settings, extensions}))
    }
  }
}

/** List the types of nodes that have a handler. */
function listTypes({
  handlers,
  extensions
}: Readonly<ToMarkdownExtension>): Array<string> {
  const more = (extensions ?? []).flatMap(listTypes)
  return [...Object.keys({...defaultHandlers, ...handlers}), ...more]
}

/** Say where a point of a content with a line before it is in the content. */
function withoutLead({line, column, offset = 0}: Point): Point {
  return {line: Math.max(1, line - 1), column, offset: Math.max(0, offset - 1)}
}
