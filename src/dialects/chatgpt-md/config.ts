import * as z from 'zod/mini'

// Note: each message has only its `Expected` half; `report.ts` adds the other,
// about the value that was found.
const text = z.string({error: 'Expected a string'})
const texts = z.array(text, {error: 'Expected a list of strings'})
const count = z
  .int({error: 'Expected a positive integer'})
  .check(z.positive({error: 'Expected a positive integer'}))
const stopTexts = texts.check(
  z.maxLength(4, {error: 'Expected at most 4 strings'})
)

/**
 * Schema of each key that ChatGPT MD knows.
 *
 * Note: a class, because types that are inferred from an object lose its
 * comments in a declaration file, and editors show those for `chat.config`.
 */
class ConfigShape {
  /** System prompts in order; a bare string is a list of one. */
  readonly system_commands = key(
    'System prompts, in order',
    z.union([texts, z.pipe(text, z.transform(toList))], {
      error: 'Expected a list of strings'
    })
  )
  /** Model, as `name` or `provider@name`. */
  readonly model = key(
    'Model, as `name` or `provider@name`',
    text.check(z.minLength(1, {error: 'Expected the name of a model'}))
  )
  /** Sampling temperature, from 0 to 2. */
  readonly temperature = key('Sampling temperature', between(0, 2))
  /** Share of the likeliest tokens to sample from, from 0 to 1. */
  readonly top_p = key(
    'Share of the likeliest tokens to sample from',
    between(0, 1)
  )
  /** Most tokens an answer may have; an integer above 0. */
  readonly max_tokens = key('Most tokens an answer may have', count)
  /** Penalty on tokens that occurred at all, from -2 to 2. */
  readonly presence_penalty = key(
    'Penalty on tokens that occurred at all',
    between(-2, 2)
  )
  /** Penalty on tokens by how often they occurred, from -2 to 2. */
  readonly frequency_penalty = key(
    'Penalty on tokens by how often they occurred',
    between(-2, 2)
  )
  /** Whether the answer comes in pieces. */
  readonly stream = key(
    'Whether the answer comes in pieces',
    z.boolean({error: 'Expected `true` or `false`'})
  )
  /** Text that ends an answer, or at most 4 of them. */
  readonly stop = key(
    'Text that ends an answer, or at most 4 of them',
    z.union([text, stopTexts], {
      error: 'Expected a string or a list of at most 4 strings'
    })
  )
  /** How many answers to make; an integer above 0. */
  readonly n = key('How many answers to make', count)
  /** Bias by token. */
  readonly logit_bias = key(
    'Bias by token',
    z.looseObject({}, {error: 'Expected a map'})
  )
  /** End user, for the provider. */
  readonly user = key('End user, for the provider', text)
  /** Title of the note. */
  readonly title = key('Title of the note', text)
  /** Tags of the note; a string is split at its commas. */
  readonly tags = key(
    'Tags of the note',
    z.union([texts, z.pipe(text, z.transform(splitTags))], {
      error: 'Expected a list of strings'
    })
  )
  /** Name of the agent whose settings apply. */
  readonly agent = key('Name of the agent whose settings apply', text)
  /** Provider to send the chat to. */
  readonly aiService = key('Provider to send the chat to', text)
  /** Address of the API, in old notes. */
  readonly url = key('Address of the API, in old notes', text)
  /** Address of the API of OpenAI. */
  readonly openaiUrl = key('Address of the API of OpenAI', text)
  /** Address of the API of OpenRouter. */
  readonly openrouterUrl = key('Address of the API of OpenRouter', text)
  /** Address of the API of Ollama. */
  readonly ollamaUrl = key('Address of the API of Ollama', text)
  /** Address of the API of LM Studio. */
  readonly lmstudioUrl = key('Address of the API of LM Studio', text)
  /** Address of the API of Anthropic. */
  readonly anthropicUrl = key('Address of the API of Anthropic', text)
  /** Address of the API of Gemini. */
  readonly geminiUrl = key('Address of the API of Gemini', text)
  /** Address of the API of Z.ai. */
  readonly zaiUrl = key('Address of the API of Z.ai', text)
}

type Shape = Pick<ConfigShape, keyof ConfigShape>

/**
 * Check the settings of a note.
 *
 * Each key may be absent or null, as an empty value in YAML is.
 * Other keys are the note’s own properties and are kept.
 */
export const configSchema: z.ZodMiniObject<Shape, z.core.$loose> =
  z.looseObject({...new ConfigShape()})

/** Settings of a note: keys that ChatGPT MD knows, and the note’s own. */
export type ChatConfig = z.infer<typeof configSchema>

/** Schema of each key that ChatGPT MD knows. */
export const keySchemas: ReadonlyMap<string, z.ZodMiniType> = new Map(
  Object.entries(configSchema.shape)
)

/** Names of the keys that ChatGPT MD knows. */
export const knownKeys: ReadonlyArray<string> = [...keySchemas.keys()]

/** Allow a key to be absent or null, and describe it. */
function key<T extends z.ZodMiniType>(
  description: string,
  schema: T
): z.ZodMiniOptional<z.ZodMiniNullable<T>> {
  return z.nullish(schema).check(z.describe(description))
}

function between(min: number, max: number) {
  const error = `Expected a number from ${min} to ${max}`
  return z.number({error}).check(z.gte(min, {error}), z.lte(max, {error}))
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
