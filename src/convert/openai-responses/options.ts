import type {ModelOptions} from '../to-model.ts'

/** Options of `toOpenaiResponses`. */
export interface OpenaiResponsesOptions extends ModelOptions {
  /**
   * Whether thoughts are sent, with the ids that they came with: OpenAI takes
   * back its own alone, of the same account (default: `false`).
   */
  includeReasoning?: boolean | null | undefined
}
