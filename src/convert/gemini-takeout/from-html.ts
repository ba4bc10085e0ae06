import {fromParse5} from 'hast-util-from-parse5'
import {toMdast} from 'hast-util-to-mdast'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'
import type {DefaultTreeAdapterTypes} from 'parse5'
import {parseFragment} from 'parse5'
import remarkGfm from 'remark-gfm'
import {unified} from 'unified'

// Note: as remark-stringify declares it, which is not loaded here.
declare module 'unified' {
  interface Data {
    toMarkdownExtensions?: Array<Options>
  }
}

/** Levels that a tree may have for the packages that walk it. */
const maxDepth = 200

/**
 * Turn HTML into Markdown; nothing if it nests too deep, as packages that walk
 * trees recurses.
 */
export function fromHtml(html: string): string | undefined {
  const fragment = parseFragment(html)
  if (isDeep(fragment)) return undefined
  const tree = toMdast(fromParse5(fragment))
  const processor = unified().use(remarkGfm).freeze()
  const {toMarkdownExtensions: extensions = []} = processor.data()
  return toMarkdown(tree, {extensions, bullet: '-'}).trimEnd()
}

/** Look level by level whether a tree has more levels than are allowed. */
function isDeep(root: DefaultTreeAdapterTypes.ParentNode): boolean {
  let level: Array<DefaultTreeAdapterTypes.Node> = [root]
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    level = level.flatMap(node => ('childNodes' in node ? node.childNodes : []))
  }
  return level.length > 0
}
