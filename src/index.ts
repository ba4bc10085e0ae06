export {check} from './check/check.ts'
export {type ChatConfig, configSchema} from './frontmatter/schema.ts'
export {parse} from './parse.ts'
export {stringify} from './stringify.ts'
export type {
  Chat,
  ChatRaw,
  CheckOptions,
  KnownRole,
  ParseOptions,
  Role,
  RuleId,
  Turn,
  TurnRaw
} from './types.ts'
