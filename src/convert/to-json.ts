import type {Chat, ChatConfig, Role, Turn} from '../tree.ts'

/** Chat as plain data: what was said, without how the note writes it. */
export interface ChatJson {
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
  /** Content as Markdown, comment blocks included. */
  content: string
}

/** Turn a chat into plain data. */
export function toJson(chat: Chat): ChatJson {
  return {config: chat.config, turns: chat.children.map(toTurnJson)}
}

function toTurnJson(turn: Turn): TurnJson {
  const {role, model, value} = turn
  return {role, ...(model === undefined ? {} : {model}), content: value}
}
