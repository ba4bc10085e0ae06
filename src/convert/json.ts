// A chat as plain data: who said which words, without how the note writes them.

import * as z from 'zod/mini'
import {defaultDialect} from '../default-dialect.ts'
import type {TurnMeta} from '../dialects/meta.ts'
import type {Chat, ChatConfig, Role, Turn} from '../tree.ts'
import type {Format} from './format.ts'
import {readSent, type SentOptions} from './read-sent.ts'
import {readShape} from './read-shape.ts'
import {anyObject} from './shape.ts'

/** Chat as plain data. */
export interface ChatJson {
  /** Name of the dialect; absent for ChatGPT MD. */
  dialect?: string
  /** Settings of the frontmatter; without keys when there is none. */
  config: ChatConfig
  /** Turns in order. */
  turns: Array<TurnJson>
}

/** Turn as plain data. */
export interface TurnJson {
  /** Who speaks, in lower case. */
  role: Role
  /** Model that is named in the header; absent when there is none. */
  model?: string
  /** Meta of the header; absent when there is none. */
  meta?: TurnMeta
  /** Content as Markdown, without comment blocks. */
  content: string
}

/** Schema of `ChatJson`. */
export const jsonSchema = z.looseObject({
  dialect: z.optional(z.string()),
  config: z.optional(anyObject),
  turns: z.array(
    z.looseObject({
      role: z.string(),
      model: z.optional(z.string()),
      meta: z.optional(anyObject),
      content: z.string()
    })
  )
})

/** Turn a chat into plain data. */
export function toJson(
  chat: Chat,
  options?: Readonly<SentOptions> | null
): ChatJson {
  return {
    ...(chat.dialect !== undefined && {dialect: chat.dialect}),
    config: chat.config,
    turns: readSent(chat, options).map(({turn, content}) => ({
      role: turn.role,
      ...(turn.model !== undefined && {model: turn.model}),
      ...(turn.meta !== undefined && {meta: turn.meta}),
      content
    }))
  }
}

/**
 * Turn plain data into a chat, which has no `raw`.
 *
 * @throws {TypeError} If it is not of the shape of `ChatJson`.
 */
export function fromJson(
  value: unknown,
  options?: Readonly<SentOptions> | null
): Chat {
  const {dialect, config, turns} = readShape(jsonSchema, value, 'a chat')
  const {sent} = options?.dialect ?? defaultDialect
  return {
    type: 'chat',
    ...(dialect !== undefined && {dialect}),
    // Note: printing the chat checks the settings.
    config: (config ?? {}) as ChatConfig,
    children: turns.map(
      ({role, model, meta, content}): Turn => ({
        type: 'turn',
        role,
        ...(model !== undefined && {model}),
        // Note: printing the chat checks that it is JSON.
        ...(meta !== undefined && {meta: meta as TurnMeta}),
        value: sent?.write(content) ?? content
      })
    )
  }
}

/** Chats as plain data, for the command line. */
export const json: Format = {
  id: 'json',
  title: 'Turns and settings, as plain data',
  kind: 'json',
  detect: value => z.safeParse(jsonSchema, value).success,
  to: toJson,
  from: (value, options) => [fromJson(value, options)]
}
