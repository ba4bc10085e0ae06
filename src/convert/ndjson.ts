// A chat as one row of data. Each key is always there, and `null` where nothing
// is known, since databases infer columns from rows.

import * as z from 'zod/mini'
import {defaultDialect} from '../default-dialect.ts'
import type {Chat, ChatConfig, Turn} from '../tree.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'
import type {Format, FormatOptions, FormatProblem} from './format.ts'
import {loseMeta} from './message-meta.ts'
import {readSent} from './read-sent.ts'
import {readShape} from './read-shape.ts'

/** A chat as one row. */
export interface ChatRow {
  /** Version of this shape. */
  version: 1
  /** Path of the note. */
  file: string | null
  /** Title of the frontmatter. */
  title: string | null
  /** Model of the frontmatter. */
  model: string | null
  /** Temperature of the frontmatter. */
  temperature: number | null
  /** Tags of the frontmatter. */
  tags: Array<string> | null
  /** All settings of the frontmatter, as JSON text. */
  config: string
  /** Turns in order. */
  turns: Array<TurnRow>
  /** Problems of the note. */
  problems: Array<FormatProblem> | null
}

/** A turn in a row. */
export interface TurnRow {
  /** Place among the turns, from 0. */
  index: number
  /** Who speaks, in lower case. */
  role: string
  /** Model that the header names. */
  model: string | null
  /** Content as Markdown, without comment blocks. */
  content: string
  /** Line of the note at which it starts, from 1. */
  line: number | null
}

const count = z.int().check(z.gte(0))

/** Schema of `ChatRow`. */
export const ndjsonSchema = z.looseObject({
  version: z.literal(1),
  file: z.nullable(z.string()),
  title: z.nullable(z.string()),
  model: z.nullable(z.string()),
  temperature: z.nullable(z.number()),
  tags: z.nullable(z.array(z.string())),
  config: z.string(),
  turns: z.array(
    z.looseObject({
      index: count,
      role: z.string(),
      model: z.nullable(z.string()),
      content: z.string(),
      line: z.nullable(count)
    })
  ),
  problems: z.nullable(
    z.array(
      z.looseObject({
        line: z.nullable(count),
        column: z.nullable(count),
        rule: z.string(),
        severity: z.enum(['error', 'info', 'warning']),
        reason: z.string()
      })
    )
  )
})

/** Turn a chat into a row. */
export function toNdjson(
  chat: Chat,
  options?: Readonly<FormatOptions> | null
): ChatRow {
  const {config} = chat
  return {
    version: 1,
    file: options?.file ?? null,
    title: config.title ?? null,
    model: config.model ?? null,
    temperature: config.temperature ?? null,
    tags: config.tags ?? null,
    config: JSON.stringify(config),
    turns: toTurnRows(chat, options),
    problems: options?.problems ? [...options.problems] : null
  }
}

/** Turn the turns of a chat into rows. */
export function toTurnRows(
  chat: Chat,
  options: Readonly<FormatOptions> | null | undefined
): Array<TurnRow> {
  return readSent(chat, options).map(({turn, content}, index) => {
    loseMeta(turn.meta ?? {}, ['children', index, 'meta'], options)
    return {
      index,
      role: turn.role,
      model: turn.model ?? null,
      content,
      line: turn.position?.start.line ?? null
    }
  })
}

/**
 * Turn a row into a chat, which has no `raw`.
 *
 * @throws {TypeError} If it is not of the shape of `ChatRow`.
 */
export function fromNdjson(
  value: unknown,
  options?: Readonly<FormatOptions> | null
): Chat {
  const {config, turns} = readShape(ndjsonSchema, value, 'a row')
  const {sent} = options?.dialect ?? defaultDialect
  return {
    type: 'chat',
    config: readConfig(config),
    children: turns.map(
      ({role, model, content}): Turn => ({
        type: 'turn',
        role,
        ...(model !== null && {model}),
        value: sent?.write(content) ?? content
      })
    )
  }
}

function readConfig(text: string): ChatConfig {
  const config = parseJson(text)
  // Note: printing the chat checks the settings.
  if (isPlainObject(config)) return config as ChatConfig
  throw new TypeError('Expected JSON of an object at `config` of a row')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Chats as rows, for the command line. */
export const ndjson: Format = {
  id: 'ndjson',
  title: 'A chat a line, for databases',
  kind: 'jsonl',
  detect: value => z.safeParse(ndjsonSchema, value).success,
  to: toNdjson,
  from: (value, options) =>
    readShape(z.array(z.unknown()), value, 'rows').map(row =>
      fromNdjson(row, options)
    )
}
