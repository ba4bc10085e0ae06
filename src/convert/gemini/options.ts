import type {ModelOptions} from '../to-model.ts'

/** Options of `toGemini`. */
export interface GeminiOptions extends ModelOptions {
  /**
   * Shape of the request: the body that goes over the wire, or the argument of
   * `generateContent` in the package `@google/genai` (default: `'rest'`).
   */
  form?: 'rest' | 'sdk' | null | undefined
  /**
   * Text that a call of a tool after the last question has in place of a signature
   * that it lacks, since Gemini 3 and later refuse it: nothing, or the value that
   * turns the check off (default: `'keep'`).
   */
  unsignedCalls?: 'keep' | 'skip-validator' | null | undefined
}

/** Options, with their defaults. */
export type GeminiSettings = Readonly<GeminiOptions> & {form: 'rest' | 'sdk'}

/**
 * Fill in options.
 *
 * @throws {TypeError} If the form is none.
 */
export function toSettings(
  options: Readonly<GeminiOptions> | null | undefined
): GeminiSettings {
  const form = options?.form ?? 'rest'
  if (form !== 'rest' && form !== 'sdk') {
    throw new TypeError(
      `Unexpected \`options.form\` \`${form}\`, expected \`rest\` or \`sdk\``
    )
  }
  return {...options, form}
}
