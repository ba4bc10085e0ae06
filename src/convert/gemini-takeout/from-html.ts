import {toMarkdown} from 'mdast-util-to-markdown'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import {unified} from 'unified'

/** Levels that what walks trees is given at most. */
const maxDepth = 200

/**
 * Turn HTML into Markdown; nothing if it nests too deep, because what walks
 * trees recurses.
 */
export function fromHtml(html: string): string | undefined {
  if (measureDepth(html) > maxDepth) return undefined
  const processor = unified()
    .use(rehypeParse, {fragment: true})
    .use(rehypeRemark)
    .use(remarkGfm)
    .freeze()
  const tree = processor.runSync(processor.parse(html))
  const {toMarkdownExtensions: extensions = []} = processor.data()
  return toMarkdown(tree, {extensions, bullet: '-'}).trimEnd()
}

/** Elements that have no end. */
const voids: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' ')
)

/**
 * Measure how deep elements nest at most, by their tags. An element whose end is
 * left out counts to the end, so the measure is at times too high.
 */
function measureDepth(html: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
    const name = tag.toLowerCase()
    const count = open.get(name) ?? 0
    // Note: an end without a start ends nothing.
    if (voids.has(name) || (slash === '/' && count === 0)) continue
    const change = slash === '/' ? -1 : 1
    open.set(name, count + change)
    depth += change
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
