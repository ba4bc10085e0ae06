import type {Chat} from '../tree.ts'
import type {Format, FormatOptions} from './format.ts'
import {type TurnRow, toTurnRows} from './ndjson.ts'

/** A turn as a row of its own. */
export interface FileTurnRow extends TurnRow {
  /** Path of the note. */
  file: string | null
}

/** Turn a chat into a row for each turn. */
export function toTurns(
  chat: Chat,
  options?: Readonly<FormatOptions> | null
): Array<FileTurnRow> {
  const file = options?.file ?? null
  return toTurnRows(chat, options).map(row => ({file, ...row}))
}

/** Turns as rows, for the command line. */
export const turns: Format = {
  id: 'turns',
  title: 'A turn a line, for databases',
  kind: 'jsonl',
  to: toTurns
}
