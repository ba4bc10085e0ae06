import type {RootContent} from 'mdast'
import type {Node} from 'unist'
import type {ChatConfig} from './dialects/chatgpt-md/config.ts'
import type {ChatGptMdRuleId} from './dialects/chatgpt-md/rules/index.ts'
import type {Dialect} from './dialects/dialect.ts'
import type {TurnMeta} from './dialects/meta.ts'
import type {readingIds, Severity} from './problem.ts'

/**
 * A chat note: its settings, and its turns in order.
 *
 * ```markdown
 * > | ---
 *     ^^^
 * > | model: gpt-4o
 *     ^^^^^^^^^^^^^
 * > | ---
 *     ^^^
 * > | Hi
 *     ^^
 * ```
 */
export interface Chat extends Node {
  /** Node type. */
  type: 'chat'
  /** Name of the dialect; absent for ChatGPT MD. */
  dialect?: string | undefined
  /** Settings of the frontmatter; without keys when there is none. */
  config: ChatConfig
  /** Turns in order; an empty note has none. */
  children: Array<Turn>
  /** Characters before the first turn; absent in a chat made by hand. */
  raw?: ChatRaw | undefined
}

/** Characters of a note that belong to no turn. */
export interface ChatRaw {
  /** Byte order mark, frontmatter, and the blank lines after them. */
  start: string
}

/**
 * One role’s part of a chat: a boundary and the content up to the next.
 *
 * ```markdown
 * > | <hr class="__chatgpt_plugin">
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   |
 * > | ### role::assistant<span style="font-size: small;"> (gpt-4o)</span>
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   |
 * > | Hello!
 *     ^^^^^^
 * ```
 */
export interface Turn extends Node {
  /** Node type. */
  type: 'turn'
  /** Who speaks, in lower case. */
  role: Role
  /** Model that is named in the header, such as `gpt-4o` or `ollama@qwen3:1.7b`. */
  model?: string | undefined
  /** Other data of the header: an id, a name, a time, and so on. */
  meta?: TurnMeta | undefined
  /** Content as Markdown, decoded, without blank lines at its ends. */
  value: string
  /** Characters the turn came from; absent in a turn made by hand. */
  raw?: TurnRaw | undefined
}

/** Characters of a turn: joined in this order they are its part of the note. */
export interface TurnRaw {
  /** Boundary (delimiter, header) and the blank lines after it. */
  open: string
  /** Content as it is written, escapes included. */
  body: string
  /** White space after the content. */
  close: string
}

declare module 'mdast' {
  interface RootContentMap {
    turn: TurnTree
  }
}

/** A chat whose contents are mdast. */
export interface ChatTree extends Omit<Chat, 'children'> {
  /** Turns in order; an empty note has none. */
  children: Array<TurnTree>
}

/** A turn whose content is mdast: a parent in place of a `value`. */
export interface TurnTree extends Omit<Turn, 'value'> {
  /** Content; positions are in the whole file. */
  children: Array<RootContent>
}

/** Roles that chatmd knows. */
export type KnownRole = 'assistant' | 'developer' | 'system' | 'tool' | 'user'

/** Role of a turn: a known one, or any other name made of `a-z`, `0-9`, `-`, `_`. */
export type Role = KnownRole | (string & {})

export type {ChatConfig}

/** Name of a defect, in kebab-case. */
export type RuleId = ChatGptMdRuleId | (typeof readingIds)[number]

/** Options that all functions have. */
export interface DialectOptions {
  /** Grammar of the chat (default: that of ChatGPT MD). */
  dialect?: Readonly<Dialect> | null | undefined
}

/** Options of `parse`. */
export interface ParseOptions extends DialectOptions {
  /** Whether nodes get a `position` (default: `true`). */
  position?: boolean | null | undefined
}

/** Options of `check`. */
export interface CheckOptions extends DialectOptions {
  /**
   * Rules to turn off (`false`) or on (`true`, or how severe their problems are)
   * (default: those that are not off).
   */
  rules?:
    | Readonly<Partial<Record<RuleId, boolean | Severity>>>
    | null
    | undefined
}
