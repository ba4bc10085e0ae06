export {
  type AiSdkInput,
  type AiSdkMessage,
  type AiSdkPrompt,
  aiSdk,
  aiSdkSchema,
  fromAiSdk,
  toAiSdk
} from './convert/ai-sdk/index.ts'
export {
  type AiSdkUiInput,
  type AiSdkUiMessage,
  aiSdkUi,
  aiSdkUiSchema,
  fromAiSdkUi,
  toAiSdkUi
} from './convert/ai-sdk-ui/index.ts'
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
export {
  type ChatmlOptions,
  chatml,
  type FromChatmlOptions,
  fromChatml,
  toChatml
} from './convert/chatml/index.ts'
export {
  checkFinetune,
  type FinetuneInput,
  type FinetuneOptions,
  type FinetuneProblem,
  type FinetuneTarget,
  finetune,
  finetuneSchema,
  fromFinetune,
  toFinetune
} from './convert/finetune/index.ts'
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
export {
  fromHuggingface,
  type HuggingfaceInput,
  type HuggingfaceOptions,
  huggingface,
  huggingfaceSchema,
  toHuggingface
} from './convert/huggingface.ts'
export {
  type ChatJson,
  fromJson,
  json,
  jsonSchema,
  type TurnJson,
  toJson
} from './convert/json.ts'
export {
  fromLangchain,
  type LangchainInput,
  type LangchainMessage,
  langchain,
  langchainSchema,
  toLangchain
} from './convert/langchain/index.ts'
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
  type ChatRow,
  fromNdjson,
  ndjson,
  ndjsonSchema,
  type TurnRow,
  toNdjson
} from './convert/ndjson.ts'
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
export {
  fromOtel,
  type OtelAttributes,
  type OtelInput,
  otel,
  otelSchema,
  toOtel
} from './convert/otel/index.ts'
export {fromParts} from './convert/parts/from-parts.ts'
export {normalizeParts} from './convert/parts/normalize-parts.ts'
export {
  type PartsOptions,
  type ToPartsOptions,
  toParts
} from './convert/parts/to-parts.ts'
export {type Arguments, readArguments} from './convert/read-arguments.ts'
export {readShape} from './convert/read-shape.ts'
export {
  fromSharegpt,
  type SharegptInput,
  type SharegptRow,
  sharegpt,
  sharegptSchema,
  toSharegpt
} from './convert/sharegpt/index.ts'
export {type ToMessagesOptions, toMessages} from './convert/to-messages.ts'
export type {RowOptions} from './convert/training/options.ts'
export type {
  TrainingMessage,
  TrainingPart,
  TrainingRow
} from './convert/training/types.ts'
export {fromTree, toTree, tree, treeSchema} from './convert/tree.ts'
export {type FileTurnRow, toTurns, turns} from './convert/turns.ts'
