export {
  type AnthropicInput,
  type AnthropicOptions,
  type AnthropicRequest,
  type AnthropicVersion,
  anthropic,
  anthropicSchema,
  fromAnthropic,
  toAnthropic
} from './convert/anthropic/index.ts'
export {fold, unfold} from './convert/fold.ts'
export type {Format, FormatOptions, FormatProblem} from './convert/format.ts'
export {
  type FromMessagesOptions,
  fromMessages
} from './convert/from-messages.ts'
export {
  fromGemini,
  type GeminiInput,
  type GeminiOptions,
  type GeminiRestRequest,
  type GeminiSdkRequest,
  gemini,
  geminiSchema,
  toGemini
} from './convert/gemini/index.ts'

  type ChatJson,
  fromJson,
  json,
  jsonSchema,
  type TurnJson,
  toJson
} from './convert/json.ts'

export type {Loss, LossCode, LossOptions} from './convert/loss.ts'
export type {
  ChatMessage,
  Conversation,
  FilePart,
  OtherPart,
  Part,
  ReasoningPart,
  RefusalPart,
  TextPart,
  ToolCallPart,
  ToolResultPart
} from './convert/message.ts'
export {
  fromOpenai,
  type OpenaiInput,
  type OpenaiOptions,
  type OpenaiRequest,
  openai,
  openaiSchema,
  toOpenai
} from './convert/openai/index.ts'
export {
  fromOpenaiResponses,
  type OpenaiResponsesInput,
  type OpenaiResponsesOptions,
  type OpenaiResponsesRequest,
  openaiResponses,
  openaiResponsesSchema,
  toOpenaiResponses
} from './convert/openai-responses/index.ts'

  type ChatRow,
  fromNdjson,
  ndjson,
  ndjsonSchema,
  type TurnRow,
  toNdjson
} from './convert/ndjson.ts'

export {fromParts} from './convert/parts/from-parts.ts'
export {normalizeParts} from './convert/parts/normalize-parts.ts'
export {
  type PartsOptions,
  type ToPartsOptions,
  toParts
} from './convert/parts/to-parts.ts'
export {type Arguments, readArguments} from './convert/read-arguments.ts'
export {readShape} from './convert/read-shape.ts'
export {type ToMessagesOptions, toMessages} from './convert/to-messages.ts'
export {fromTree, toTree, tree, treeSchema} from './convert/tree.ts'
export {type FileTurnRow, toTurns, turns} from './convert/turns.ts'
