import type {VFileMessage} from 'vfile-message'
import type {Fix, Severity} from '../../problem.ts'

/** A rule, as a report lists it. */
export interface ReportRule {
  ruleId: string
  severity: Severity
  url: string
}

/** A note that is checked, with the problems to show. */
export interface Checked {
  /** Path from the working folder, with `/`. */
  path: string
  /** Its text; empty if it could not be read. */
  value: string
  /** Problems to show, in file order. */
  problems: ReadonlyArray<VFileMessage>
}

/** Results of a run. */
export interface Summary {
  /** Chats that were checked. */
  chats: number
  /** Notes that are no chats, so that they were skipped. */
  skipped: number
  /** Notes that were mended. */
  fixed: number
  /** Shown problems by severity. */
  shown: Record<Severity, number>
  /** Problems below the level, which are not shown. */
  hidden: Record<Severity, number>
  /** Shown problems with a safe fix. */
  fixable: number
  /** Shown problems by rule. */
  rules: ReadonlyMap<string, number>
}

/** Writes the problems, file by file; each function returns text to write. */
export interface Reporter {
  /** Whether the end sums up for people, so that no message has to. */
  summarises?: boolean
  /** Begin, before the first file. */
  begin?(): string
  /** Report a file. */
  file(checked: Checked): string
  /** End, after the last file. */
  end?(summary: Summary): string
}

/** Read how bad a problem is off its message. */
export function severityOf({fatal}: VFileMessage): Severity {
  if (fatal === undefined || fatal === null) return 'info'
  return fatal ? 'error' : 'warning'
}

/** Read the fix of a problem off its message. */
export function fixOf(message: VFileMessage & {fix?: Fix}): Fix | undefined {
  return message.fix
}

/** A place of a message; the start of the file if it has none. */
export interface Place {
  line: number
  column: number
  endLine: number
  endColumn: number
  /** Offsets; `undefined` if the message is about a whole file. */
  offset: number | undefined
  endOffset: number | undefined
}

/** Read where a problem is off its message. */
export function placeOf({place}: VFileMessage): Place {
  if (!place) {
    const whole = {line: 1, column: 1, endLine: 1, endColumn: 1}
    return {...whole, offset: undefined, endOffset: undefined}
  }
  const {start, end} = 'start' in place ? place : {start: place, end: place}
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: start.offset,
    endOffset: end.offset
  }
}
