import {lose} from './lose.ts'
import type {Conversation} from './message.ts'
import type {ToMessagesOptions} from './to-messages.ts'

/** Options of formats that name a model. */
export interface ModelOptions extends ToMessagesOptions {
  /** Model (default: that of the settings, or else of the last answer). */
  model?: string | null | undefined
}

/** Providers that a note may name before a model, as in `ollama@qwen3`. */
const provider = /^(?:anthropic|gemini|lmstudio|ollama|openai|openrouter|zai)@/

/** Find the model of a request, without its provider. */
export function toModel(
  {config, messages}: Conversation,
  format: string,
  options: Readonly<ModelOptions>
): string {
  const model = options.model ?? config.model ?? findLast(messages)
  if (!model) {
    const reason = `Missing \`model\`: ${format} needs one before it is sent, see the option \`model\``
    lose(options, 'model-dependent', ['config', 'model'], reason)
  }
  return (model ?? '').replace(provider, '')
}

function findLast(messages: Conversation['messages']): string | undefined {
  return messages.reduce<string | undefined>(
    (found, {model}) => model ?? found,
    undefined
  )
}
