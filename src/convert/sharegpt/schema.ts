import * as z from 'zod/mini'

/** A turn, in each spelling that data sets have. */
export interface SharegptInputTurn {
  /** Who speaks. */
  from?: string | null | undefined
  /** Who speaks, in the words of OpenAI. */
  role?: string | null | undefined
  /** Text, or parts. */
  value?: Array<unknown> | string | null | undefined
  /** Text, or parts, in the words of OpenAI. */
  content?: Array<unknown> | string | null | undefined
  /** Text, in the words of others. */
  text?: string | null | undefined
  /** Whether it counts in training. */
  weight?: number | null | undefined
  [key: string]: unknown
}

/** A row, in each spelling that data sets have. */
export interface SharegptInput {
  /** Turns. */
  conversations?: Array<SharegptInputTurn> | undefined
  /** Turns. */
  conversation?: Array<SharegptInputTurn> | undefined
  /** Turns. */
  items?: Array<SharegptInputTurn> | undefined
  /** Turns. */
  dialog?: Array<SharegptInputTurn> | undefined
  /** Turns. */
  messages?: Array<SharegptInputTurn> | undefined
  /** System prompt. */
  system?: string | null | undefined
  /** Tools that may be called: a list, or JSON of one. */
  tools?: unknown
  /** Images, one for each `<image>`. */
  images?: Array<unknown> | null | undefined
  /** Videos, one for each `<video>`. */
  videos?: Array<unknown> | null | undefined
  /** Sounds, one for each `<audio>`. */
  audios?: Array<unknown> | null | undefined
  /** The better answer. */
  chosen?: SharegptInputTurn | undefined
  /** The worse answer. */
  rejected?: SharegptInputTurn | undefined
  [key: string]: unknown
}

const text = z.nullish(z.string())
const content = z.nullish(z.union([z.string(), z.array(z.unknown())]))

const turn = z.looseObject({
  from: text,
  role: text,
  value: content,
  content,
  text,
  weight: z.nullish(z.number())
})

const files = z.nullish(z.array(z.unknown()))
const turns = z.optional(z.array(turn))

/** Schema of a row in the shape of ShareGPT, or of its turns alone. */
export const sharegptSchema: z.ZodMiniType<
  Array<SharegptInputTurn> | SharegptInput
> = z.union([
  z.array(turn),
  z.looseObject({
    conversations: turns,
    conversation: turns,
    items: turns,
    dialog: turns,
    messages: turns,
    system: text,
    tools: z.optional(z.unknown()),
    images: files,
    videos: files,
    audios: files,
    chosen: z.optional(turn),
    rejected: z.optional(turn)
  })
])
