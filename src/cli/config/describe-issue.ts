import type * as z from 'zod/mini'

/**
 * Name the values that would be right in place of a setting.
 *
 * Note: `zod/mini` has no messages, which would be more code than the schema.
 */
export function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `unknown key \`${issue.keys.join('`, `')}\``
  }
  if (issue.code === 'invalid_value') {
    return `expected \`${issue.values.map(String).join('`, `')}\``
  }
  if (issue.code === 'invalid_type') {
    const names: Readonly<Record<string, string>> = {
      array: 'a list',
      object: 'an object',
      record: 'an object'
    }
    return `expected ${names[issue.expected] ?? `a ${issue.expected}`}`
  }
  // The only unions of the schema.
  return 'expected a string, or a list of strings'
}
