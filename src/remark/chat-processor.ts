import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import type {ChatTree} from '../tree.ts'
import {remarkChat} from './remark-chat.ts'

/**
 * A pipeline that parses and prints chats whose contents are GFM. It is frozen,
 * so call it to have one of your own: `chatProcessor().use(plugin)`.
 */
export const chatProcessor: Processor<
  ChatTree,
  undefined,
  undefined,
  undefined,
  undefined
> = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkChat)
  .freeze()
