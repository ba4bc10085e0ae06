import * as z from 'zod'

// Note: each message says only what is expected; `report.ts` puts what was
// found before it.
const text = z.string({error: 'Expected a string'})
const texts = z.array(text, {error: 'Expected a list of strings'})
const count = z
  .int({error: 'Expected a positive integer'})
  .positive({error: 'Expected a positive integer'})
const stopTexts = texts.max(4, {error: 'Expected at most 4 strings'})

/**
 * Check the settings of a note.
 *
 * Each key may be absent or null, as an empty value in YAML is.
 * Other keys are the note’s own properties and are kept.
 */
export const configSchema = z.looseObject({
  /** System prompts in order; a bare string is a list of one. */
  system_commands: z
    .union([texts, text.transform(toList)], {
      error: 'Expected a list of strings'
    })
    .nullish()
    .describe('System prompts, in order'),
  /** Model, as `name` or `provider@name`. */
  model: text
    .min(1, {error: 'Expected the name of a model'})
    .nullish()
    .describe('Model, as `name` or `provider@name`'),
  /** Sampling temperature, from 0 to 2. */
  temperature: between(0, 2).nullish().describe('Sampling temperature'),
  /** Share of the likeliest tokens to sample from, from 0 to 1. */
  top_p: between(0, 1)
    .nullish()
    .describe('Share of the likeliest tokens to sample from'),
  /** Most tokens an answer may have; an integer above 0. */
  max_tokens: count.nullish().describe('Most tokens an answer may have'),
  /** Penalty on tokens that occurred at all, from -2 to 2. */
  presence_penalty: between(-2, 2)
    .nullish()
    .describe('Penalty on tokens that occurred at all'),
  /** Penalty on tokens by how often they occurred, from -2 to 2. */
  frequency_penalty: between(-2, 2)
    .nullish()
    .describe('Penalty on tokens by how often they occurred'),
  /** Whether the answer comes in pieces. */
  stream: z
    .boolean({error: 'Expected `true` or `false`'})
    .nullish()
    .describe('Whether the answer comes in pieces'),
  /** Text that ends an answer, or at most 4 of them. */
  stop: z
    .union([text, stopTexts], {
      error: 'Expected a string or a list of at most 4 strings'
    })
    .nullish()
    .describe('Text that ends an answer, or at most 4 of them'),
  /** How many answers to make; an integer above 0. */
  n: count.nullish().describe('How many answers to make'),
  /** Bias by token. */
  logit_bias: z
    .record(z.string(), z.unknown(), {error: 'Expected a map'})
    .nullish()
    .describe('Bias by token'),
  /** End user, for the provider. */
  user: text.nullish().describe('End user, for the provider'),
  /** Title of the note. */
  title: text.nullish().describe('Title of the note'),
  /** Tags of the note; a string is split at its commas. */
  tags: z
    .union([texts, text.transform(splitTags)], {
      error: 'Expected a list of strings'
    })
    .nullish()
    .describe('Tags of the note'),
  /** Name of the agent whose settings apply. */
  agent: text.nullish().describe('Name of the agent whose settings apply'),
  /** Provider to send the chat to. */
  aiService: text.nullish().describe('Provider to send the chat to'),
  /** Address of the API, in old notes. */
  url: text.nullish().describe('Address of the API, in old notes'),
  /** Address of the API of OpenAI. */
  openaiUrl: text.nullish().describe('Address of the API of OpenAI'),
  /** Address of the API of OpenRouter. */
  openrouterUrl: text.nullish().describe('Address of the API of OpenRouter'),
  /** Address of the API of Ollama. */
  ollamaUrl: text.nullish().describe('Address of the API of Ollama'),
  /** Address of the API of LM Studio. */
  lmstudioUrl: text.nullish().describe('Address of the API of LM Studio'),
  /** Address of the API of Anthropic. */
  anthropicUrl: text.nullish().describe('Address of the API of Anthropic'),
  /** Address of the API of Gemini. */
  geminiUrl: text.nullish().describe('Address of the API of Gemini'),
  /** Address of the API of Z.ai. */
  zaiUrl: text.nullish().describe('Address of the API of Z.ai')
})

/** Settings of a note: keys that ChatGPT MD knows, and the note’s own. */
export type ChatConfig = z.infer<typeof configSchema>

/** Schema of each key that ChatGPT MD knows. */
export const keySchemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(configSchema.shape)
)

/** Names of the keys that ChatGPT MD knows. */
export const knownKeys: ReadonlyArray<string> = [...keySchemas.keys()]

function between(min: number, max: number) {
  const error = `Expected a number from ${min} to ${max}`
  return z.number({error}).min(min, {error}).max(max, {error})
}

function toList(value: string): Array<string> {
  return [value]
}

function splitTags(value: string): Array<string> {
  return value
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
}
