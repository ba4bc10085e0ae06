export {chatProcessor} from './remark/chat-processor.ts'
export {type ChatHandlers, handlers} from './remark/handlers.ts'
export {
  type RemarkChatOptions,
  remarkChat,
  remarkChat as default
} from './remark/remark-chat.ts'
export {sanitizeSchema} from './remark/sanitize-schema.ts'
export type {ChatTree, TurnTree} from './tree.ts'
