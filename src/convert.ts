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
export {aistudio, fromAistudio} from './convert/aistudio/index.ts'
export {aistudioSchema} from './convert/aistudio/schema.ts'
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
export {chatbotUi, fromChatbotUi} from './convert/chatbot-ui/index.ts'
export {chatbotUiConversationSchema as chatbotUiSchema} from './convert/chatbot-ui/schema.ts'
export {
  chatgptExport,
  fromChatgptExport
} from './convert/chatgpt-export/index.ts'
export {
  chatgptManifestSchema,
  listChatgptShards
} from './convert/chatgpt-export/list-shards.ts'
export {chatgptConversationSchema as chatgptExportSchema} from './convert/chatgpt-export/schema.ts'
export {
  type ChatmlOptions,
  chatml,
  type FromChatmlOptions,
  fromChatml,
  toChatml
} from './convert/chatml/index.ts'
export {claudeCode, fromClaudeCode} from './convert/claude-code/index.ts'
export {claudeExport, fromClaudeExport} from './convert/claude-export/index.ts'
export {claudeConversationSchema as claudeExportSchema} from './convert/claude-export/schema.ts'
export {codex, fromCodex} from './convert/codex/index.ts'
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
export {fromGeminiCli, geminiCli} from './convert/gemini-cli/index.ts'
export {geminiCliSessionSchema as geminiCliSchema} from './convert/gemini-cli/schema.ts'
export {fromGrokBuild, grokBuild} from './convert/grok-build/index.ts'
export {fromGrokExport, grokExport} from './convert/grok-export/index.ts'
export {grokConversationSchema as grokExportSchema} from './convert/grok-export/schema.ts'
export {
  fromHuggingface,
  type HuggingfaceInput,
  type HuggingfaceOptions,
  huggingface,
  huggingfaceSchema,
  toHuggingface
} from './convert/huggingface.ts'
export type {
  ImportOptions,
  MessageAccount
} from './convert/import/import-options.ts'
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
export {fromLibrechat, librechat} from './convert/librechat/index.ts'
export {librechatConversationSchema as librechatSchema} from './convert/librechat/schema.ts'
export {fromLmStudio, lmStudio} from './convert/lm-studio/index.ts'
export {lmStudioSchema} from './convert/lm-studio/schema.ts'
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
export {fromMessageLines, messageLines} from './convert/message-lines/index.ts'
export {messageLineSchema as messageLinesSchema} from './convert/message-lines/schema.ts'
export {
  type ChatRow,
  fromNdjson,
  ndjson,
  ndjsonSchema,
  type TurnRow,
  toNdjson
} from './convert/ndjson.ts'
export {fromOpenWebui, openWebui} from './convert/open-webui/index.ts'
export {openWebuiChatSchema as openWebuiSchema} from './convert/open-webui/schema.ts'
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
export {fromPi, pi} from './convert/pi/index.ts'
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
export {fromSillytavern, sillytavern} from './convert/sillytavern/index.ts'
export {type ToMessagesOptions, toMessages} from './convert/to-messages.ts'
export type {RowOptions} from './convert/training/options.ts'
export type {
  TrainingMessage,
  TrainingPart,
  TrainingRow
} from './convert/training/types.ts'
export {fromTree, toTree, tree, treeSchema} from './convert/tree.ts'
export {type FileTurnRow, toTurns, turns} from './convert/turns.ts'
