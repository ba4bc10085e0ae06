export {check} from './check/check.ts'
export {type ChatConfig, configSchema} from './frontmatter/schema.ts'
export {applyEdits, edits} from './mdast/edits.ts'
export {parse} from './mdast/parse.ts'
export {parseContent} from './mdast/parse-content.ts'
export {stringify} from './mdast/stringify.ts'
export {handlers} from './remark/handlers.ts'
export {remarkChat} from './remark/remark-chat.ts'
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
  TurnRaw
} from './types.ts'
