export {appendTurn, escapeContent} from './append.ts'
export {check} from './check/check.ts'
export {detect} from './detect.ts'
export type {Boundary, MarkLine, Speaker} from './dialects/boundary.ts'
export {type ChatConfig, configSchema} from './dialects/chatgpt-md/config.ts'
export type {
  Detection,
  Dialect,
  Evidence,
  Measure,
  Style
} from './dialects/dialect.ts'
export type {Json, TurnMeta} from './dialects/meta.ts'
export {applyEdits, type TextEdit} from './edit.ts'
export {edits} from './edits.ts'
export {parse} from './parse.ts'
export type {ChatProblem, Fix, Severity} from './problem.ts'
export {
  type ChatParser,
  createParser,
  type ParserOptions
} from './stream/create-parser.ts'
export {stream} from './stream/stream.ts'
export {stringify} from './stringify.ts'
export type {
  Chat,
  ChatRaw,
  CheckOptions,
  DialectOptions,
  KnownRole,
  ParseOptions,
  Role,
  RuleId,
  Turn,
  TurnRaw
} from './tree.ts'
