export {applyEdits, edits, type TextEdit} from './api/edits.ts'
export {
  type ParseTextOptions,
  type ParseTreeOptions,
  parse
} from './api/parse.ts'
export {type StringifyOptions, stringify} from './api/stringify.ts'
export {appendTurn, escapeContent} from './append.ts'
export {check} from './check/check.ts'
export type {ChatComment} from './content/comment-from-markdown.ts'
export {detect} from './detect.ts'
export {type ChatConfig, configSchema} from './dialects/chatgpt-md/config.ts'
export type {
  Boundary,
  Detection,
  Dialect,
  Evidence,
  MarkLine,
  Measure,
  Speaker,
  Style
} from './dialects/dialect.ts'
export type {Json, TurnMeta} from './dialects/meta.ts'
export type {MarkdownOptions} from './mdast/markdown.ts'
export {
  type ContentLimits,
  type ContentOptions,
  parseContent
} from './mdast/parse-content.ts'
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
} from './tree.ts'
