export {check} from './check/check.ts'
export type {ChatComment} from './content/comment-from-markdown.ts'
export {type ChatConfig, configSchema} from './frontmatter/schema.ts'
export {applyEdits, edits, type TextEdit} from './mdast/edits.ts'
export type {MarkdownOptions} from './mdast/markdown.ts'
export {
  type ParseTextOptions,
  type ParseTreeOptions,
  parse
} from './mdast/parse.ts'
export {
  type ContentLimits,
  type ContentOptions,
  parseContent
} from './mdast/parse-content.ts'
export {type StringifyOptions, stringify} from './mdast/stringify.ts'
export {type ChatHandlers, handlers} from './remark/handlers.ts'
export {type RemarkChatOptions, remarkChat} from './remark/remark-chat.ts'
export {
  type ChatParser,
  createParser,
  type ParserOptions
} from './stream/create-parser.ts'
export {stream} from './stream/stream.ts'
export type {
  Chat,
  ChatRaw,
  ChatTree,
  CheckOptions,
  KnownRole,
  ParseOptions,
  Role,
  RuleId,
  Turn,
  TurnRaw,
  TurnTree
} from './types.ts'
