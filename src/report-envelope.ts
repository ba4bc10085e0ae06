import type {Report} from './problem.ts'
import {fenceEnd, scanFrontmatter} from './scan/frontmatter.ts'
import type {HeaderLine} from './scan/header.ts'
import {skipBlankLines} from './scan/line.ts'
import type {Note} from './scan/scan.ts'

/** Roles that chatmd knows. */
export const knownRoles = [
  'assistant',
  'developer',
  'system',
  'tool',
  'user'
] as const

/** Roles that ChatGPT MD knows, in the order it looks for them. */
export const pluginRoles = ['user', 'assistant', 'developer'] as const

/** Report what is wrong with the envelope of a note. */
export function reportEnvelope(
  value: string,
  note: Note,
  report: Report
): void {
  if (!note.frontmatter) reportNoFrontmatter(value, note, report)
  note.turns.forEach(({boundary}, index) => {
    const header = boundary?.header
    if (!header) return
    // With nothing before it the first header needs none.
    if (!boundary.delimiter && index > 0) reportMissing(header, report)
    reportRole(header, report)
    if (header.textEnd > header.textStart) reportText(value, header, report)
  })
}

function reportNoFrontmatter(value: string, note: Note, report: Report): void {
  const {from} = note
  const end = fenceEnd(value, from)
  if (end !== -1) {
    report({
      ruleId: 'unclosed-frontmatter',
      reason: 'Unexpected end of file, expected `---` to close the frontmatter',
      start: from,
      end
    })
  }
  const start = skipBlankLines(value, from, value.length)
  const misplaced = start > from && scanFrontmatter(value, start)
  if (misplaced) {
    report({
      ruleId: 'misplaced-frontmatter',
      reason:
        'Unexpected blank line before `---`, expected frontmatter to start on the first line; ChatGPT MD takes this for frontmatter',
      start,
      end: misplaced.end
    })
  }
}

function reportMissing(header: HeaderLine, report: Report): void {
  report({
    ruleId: 'missing-delimiter',
    reason:
      'Unexpected header without delimiter, expected `<hr class="__chatgpt_plugin">` before it; ChatGPT MD drops the text before or after this line',
    start: header.start,
    end: header.end
  })
}

function reportRole(header: HeaderLine, report: Report): void {
  const role = header.role.toLowerCase()
  if (isOneOf(pluginRoles, role)) return
  const known = isOneOf(knownRoles, role)
  const expected = known ? [...pluginRoles].sort() : [...knownRoles]
  const reader = known ? '; ChatGPT MD fails on others' : ''
  report({
    ruleId: 'unknown-role',
    reason: `Unexpected role \`${role}\`, expected ${list(expected)}${reader}`,
    start: header.roleStart,
    end: header.roleEnd,
    actual: role,
    expected
  })
}

function reportText(value: string, header: HeaderLine, report: Report): void {
  report({
    ruleId: 'text-after-header',
    reason:
      'Unexpected text after the header, expected it on a line of its own; it is no content, and ChatGPT MD drops it',
    start: header.textStart,
    end: header.textEnd,
    actual: value.slice(header.textStart, header.textEnd)
  })
}

function isOneOf(roles: ReadonlyArray<string>, role: string): boolean {
  return roles.includes(role)
}

function list(roles: ReadonlyArray<string>): string {
  const quoted = roles.map(role => `\`${role}\``)
  return `${quoted.slice(0, -1).join(', ')}, or ${quoted.at(-1)}`
}
