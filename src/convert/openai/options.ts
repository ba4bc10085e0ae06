import type {ModelOptions} from '../to-model.ts'

/** Options of `toOpenai`. */
export interface OpenaiOptions extends ModelOptions {
  /**
   * Key of the most tokens an answer may have: models that reason take
   * `max_completion_tokens` alone, other servers often `max_tokens` alone
   * (default: `'max_tokens'`).
   */
  maxTokens?: 'max_completion_tokens' | 'max_tokens' | null | undefined
  /**
   * Whether thoughts are sent as `reasoning_content`, which OpenAI does not
   * know, and servers of DeepSeek or Kimi demand (default: `false`).
   */
  reasoningContent?: boolean | null | undefined
}
