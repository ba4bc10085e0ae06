import type {Position} from 'unist'
import {VFileMessage} from 'vfile-message'
import {createLines, type Lines, toPoint} from './scan/point.ts'
import {hideSecrets} from './secrets.ts'

/** What is wrong with a note, before lines and columns are known. */
export interface Problem {
  /** Defect. */
  ruleId: RuleId
  /** What was found and what was expected, without full stop. */
  reason: string
  /** Offset where the problem starts. */
  start: number
  /** Offset after its last character. */
  end: number
  /** Text that was found. */
  actual?: string | undefined
  /** Texts that would be right. */
  expected?: Array<string> | undefined
  /** The other place that has to do with it. */
  cause?: Cause | undefined
}

/** Another place that a problem points at. */
export interface Cause {
  /** What is there. */
  reason: string
  /** Offset where it starts. */
  start: number
  /** Offset after its last character. */
  end: number
}

/** Take a problem. */
export type Report = (problem: Problem) => void

/** One defect: what must hold, and how bad it is when it does not. */
interface RuleInfo {
  /** What must hold. */
  summary: string
  /**
   * `true`: text is lost or read otherwise, here or in ChatGPT MD;
   * `false`: probably a mistake;
   * `undefined`: worth to know.
   */
  fatal: boolean | undefined
}

/** Every `ruleId`; `docs/problems.md` has a section for each. */
export const rules = {
  'ambiguous-role': {
    summary: 'A header must not hold the name of another role',
    fatal: true
  },
  'comma-in-flow-list': {
    summary: 'A string in a flow list should hold no comma',
    fatal: undefined
  },
  'comment-across-turns': {
    summary: 'A comment block must end in the turn it begins in',
    fatal: true
  },
  'content-too-deep': {
    summary: 'A content must not nest too deep to be parsed',
    fatal: false
  },
  'content-too-long': {
    summary: 'A content must not be too long to be parsed',
    fatal: false
  },
  'delimiter-in-code': {
    summary: 'Content must not hold a delimiter',
    fatal: true
  },
  'duplicate-key': {summary: 'A key must occur once', fatal: true},
  'empty-turn': {
    summary: 'A turn before the last should have content',
    fatal: undefined
  },
  'invalid-config': {
    summary: 'A setting must have a value of its type and range',
    fatal: true
  },
  'invalid-yaml': {summary: 'Frontmatter must be YAML', fatal: true},
  'malformed-delimiter': {
    summary: 'A line that nearly is a delimiter must be one',
    fatal: true
  },
  'misplaced-frontmatter': {
    summary: 'Frontmatter must start on the first line',
    fatal: false
  },
  'missing-delimiter': {
    summary: 'A header must have a delimiter right before it',
    fatal: true
  },
  'misspelled-key': {
    summary: 'A key should not be nearly a known one',
    fatal: false
  },
  'repeated-comment': {
    summary: 'A turn should have one comment block at most',
    fatal: false
  },
  'repeated-role': {
    summary: 'Neighbouring turns should have different roles',
    fatal: undefined
  },
  'role-marker-in-content': {
    summary: 'Content must not hold `role::`',
    fatal: true
  },
  'secret-in-config': {
    summary: 'Frontmatter should hold no secret',
    fatal: false
  },
  'text-after-header': {
    summary: 'A header must have nothing after it on its line',
    fatal: true
  },
  'unclosed-comment': {
    summary: 'A comment block that begins must end',
    fatal: false
  },
  'unclosed-fence': {
    summary: 'A code fence that is opened must be closed',
    fatal: false
  },
  'unclosed-frontmatter': {
    summary: 'Frontmatter that is opened must be closed',
    fatal: false
  },
  'unknown-role': {
    summary: 'A role must be one that readers know',
    fatal: true
  }
} as const satisfies Record<string, RuleInfo>

/** Name of a defect, in kebab-case. */
export type RuleId = keyof typeof rules

/** Where the problems are documented. */
const docs = 'https://github.com/chatmd/chatmd/blob/main/docs/problems.md'

/** Turn problems of a file into the messages that vfile knows, in file order. */
export function toMessages(
  problems: ReadonlyArray<Problem>,
  value: string
): Array<VFileMessage> {
  const lines = createLines(value)
  return [...problems]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(problem => toMessage(problem, lines))
}

function toMessage(problem: Problem, lines: Lines): VFileMessage {
  const {ruleId, cause} = problem
  const message = new VFileMessage(hideSecrets(problem.reason), {
    place: toPosition(problem, lines),
    ruleId,
    source: 'chatmd'
  })
  if (cause) {
    const place = toPosition(cause, lines)
    message.cause = new VFileMessage(hideSecrets(cause.reason), {place})
  }
  message.fatal = rules[ruleId].fatal
  message.url = `${docs}#${ruleId}`
  if (problem.actual !== undefined) message.actual = hideSecrets(problem.actual)
  if (problem.expected) message.expected = problem.expected
  return message
}

function toPosition(
  {start, end}: {start: number; end: number},
  lines: Lines
): Position {
  return {start: toPoint(lines, start), end: toPoint(lines, end)}
}
