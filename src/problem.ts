import type {Position} from 'unist'
import {VFileMessage} from 'vfile-message'
import type {TextEdit} from './edit.ts'
import {createLines, type Lines, toPoint} from './text/point.ts'
import {hideSecrets} from './text/secrets.ts'

/** How bad a defect is. */
export type Severity =
  /** Text is lost or read otherwise, here or in the tool of the dialect. */
  | 'error'
  /** Probably a mistake. */
  | 'warning'
  /** Worth to know. */
  | 'info'

/** One place with a defect, before lines and columns are known. */
export interface Finding {
  /** The found and the expected text, in a sentence without full stop. */
  reason: string
  /** Offset where it starts. */
  start: number
  /** Offset after its last character. */
  end: number
  /** Text that was found. */
  actual?: string | undefined
  /** Texts that would be right. */
  expected?: Array<string> | undefined
  /** The other place that has to do with it. */
  cause?: Cause | undefined
  /** Its remedy. */
  fix?: Fix | undefined
}

/** The remedy of a defect. */
export interface Fix {
  /** Changes to the file, in order. */
  edits: Array<TextEdit>
  /** Whether reading and sending stay the same, or become as the author sees it. */
  safe: boolean
}

/** Say that `content` is right at a place, and offer to put it there. */
export function offer(
  start: number,
  end: number,
  content: string,
  safe: boolean
): Required<Pick<Finding, 'start' | 'end' | 'expected' | 'fix'>> {
  const edits = [{offset: start, length: end - start, content}]
  return {start, end, expected: [content], fix: {edits, safe}}
}

/** A defect and its name. */
export interface Problem extends Finding {
  ruleId: string
  /** How bad it is (default: `error`). */
  severity?: Severity | undefined
}

/** Another place that a problem points at. */
export interface Cause {
  /** Description of the place. */
  reason: string
  /** Offset where it starts. */
  start: number
  /** Offset after its last character. */
  end: number
}

/** Take a problem. */
export type Report = (problem: Problem) => void

/** Rate a problem as its rule is set; `undefined` if that is off. */
export function rateProblem(
  problem: Problem,
  rules: Readonly<Record<string, boolean | Severity | undefined>> | undefined
): Problem | undefined {
  const setting = rules?.[problem.ruleId]
  if (setting === false) return undefined
  return typeof setting === 'string' ? {...problem, severity: setting} : problem
}

/** Defects that no rule looks for: reading, printing, or checking finds them. */
export const readingIds = [
  'content-too-deep',
  'content-too-long',
  'duplicate-key',
  'invalid-config',
  'invalid-yaml',
  'unused-off',
  'unwritable-content'
] as const

/** The severities, as `VFileMessage` has them. */
const fatal = {error: true, warning: false, info: undefined} as const

/** Where the problems are documented. */
export const docs =
  'https://github.com/chatmd/chatmd/blob/main/docs/problems.md'

/** A problem as `check` returns it: a message, with its remedy. */
export interface ChatProblem extends VFileMessage {
  /** Its remedy; absent where only the author knows one. */
  fix?: Fix | undefined
}

/** Turn problems of a file into the messages that vfile knows, in file order. */
export function toMessages(
  problems: ReadonlyArray<Problem>,
  value: string
): Array<ChatProblem> {
  const lines = createLines(value)
  return [...problems]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(problem => toMessage(problem, lines))
}

function toMessage(problem: Problem, lines: Lines): ChatProblem {
  const {ruleId, cause} = problem
  const message: ChatProblem = new VFileMessage(hideSecrets(problem.reason), {
    place: toPosition(problem, lines),
    ruleId,
    source: 'chatmd'
  })
  if (cause) {
    const place = toPosition(cause, lines)
    message.cause = new VFileMessage(hideSecrets(cause.reason), {place})
  }
  message.fatal = fatal[problem.severity ?? 'error']
  message.url = `${docs}#${ruleId}`
  if (problem.actual !== undefined) message.actual = hideSecrets(problem.actual)
  if (problem.expected) message.expected = problem.expected
  if (problem.fix) message.fix = problem.fix
  return message
}

/** Move a problem of a part of a file that starts at `offset`. */
export function shift(problem: Problem, offset: number): Problem {
  const {start, end, cause} = problem
  const moved = {...problem, start: start + offset, end: end + offset}
  if (cause) {
    const {reason, start, end} = cause
    moved.cause = {reason, start: start + offset, end: end + offset}
  }
  return moved
}

function toPosition(
  {start, end}: {start: number; end: number},
  lines: Lines
): Position {
  return {start: toPoint(lines, start), end: toPoint(lines, end)}
}
