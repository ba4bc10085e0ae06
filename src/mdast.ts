export type {ChatComment} from './mdast/comment-from-markdown.ts'
export type {MarkdownOptions} from './mdast/markdown.ts'
export {
  type ContentLimits,
  type ContentOptions,
  parseContent
} from './mdast/parse-content.ts'
export {type ParseTreeOptions, parseTree} from './mdast/parse-tree.ts'
export {
  type StringifyTreeOptions,
  stringifyTree
} from './mdast/stringify-tree.ts'
export {type ChatHandlers, handlers} from './remark/handlers.ts'
export {sanitizeSchema} from './remark/sanitize-schema.ts'
export type {
  ChatConfig,
  ChatRaw,
  ChatTree,
  DialectOptions,
  ParseOptions,
  Role,
  Turn,
  TurnRaw,
  TurnTree
} from './tree.ts'
