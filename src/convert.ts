export {fold, unfold} from './convert/fold.ts'
export type {Format} from './convert/format.ts'
export {
  type FromMessagesOptions,
  fromMessages
} from './convert/from-messages.ts'
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
export {fromParts} from './convert/parts/from-parts.ts'
export {normalizeParts} from './convert/parts/normalize-parts.ts'
export {
  type PartsOptions,
  type ToPartsOptions,
  toParts
} from './convert/parts/to-parts.ts'
export {type ToMessagesOptions, toMessages} from './convert/to-messages.ts'
