import * as z from 'zod/mini'

/**
 * Make sure that a value has the shape of a format.
 *
 * @param name
 *   Name of the value, for the message, such as `an OpenAI request`.
 * @throws {TypeError}
 *   If it has not: ``Expected a string at `messages[2].role` of an OpenAI request``.
 */
export function readShape<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  name: string
): z.output<T> {
  const {success, data, error} = z.safeParse(schema, value)
  if (success) return data
  const {path, expected} = findMistake(error.issues, [])
  const place = path.length === 0 ? name : `\`${toPath(path)}\` of ${name}`
  throw new TypeError(
    `Expected ${expected} ${path.length === 0 ? 'as' : 'at'} ${place}`
  )
}

/** Part of a value that has the wrong shape. */
interface Mistake {
  path: ReadonlyArray<PropertyKey>
  expected: string
}

/** Find the first mistake; of a union, in the member that fits the furthest. */
function findMistake(
  issues: ReadonlyArray<z.core.$ZodIssue>,
  before: ReadonlyArray<PropertyKey>
): Mistake {
  // Never absent: there is no error without an issue.
  const [issue] = issues as [z.core.$ZodIssue]
  const path = [...before, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return {path, expected: sayExpected(issue)}
  }
  const mistakes = issue.errors.map(inner => findMistake(inner, path))
  const furthest = mistakes.reduce((best, mistake) =>
    mistake.path.length > best.path.length ? mistake : best
  )
  const expected = mistakes
    .filter(({path}) => path.length === furthest.path.length)
    .map(({expected}) => expected)
  return {
    path: furthest.path,
    expected: [...new Set(expected)].join(' or ')
  }
}

/** Names of types that are not said as zod calls them. */
const typeNames = new Map([
  ['array', 'a list'],
  ['object', 'an object'],
  ['int', 'an integer'],
  ['null', '`null`'],
  ['undefined', 'nothing'],
  ['record', 'an object']
])

/** How the messages of our own schemas begin; those of zod depend on its locale. */
const ownStart = 'Expected '

function sayExpected(issue: z.core.$ZodIssue): string {
  const {message} = issue
  if (message.startsWith(ownStart)) return message.slice(ownStart.length)
  switch (issue.code) {
    case 'invalid_type':
      return typeNames.get(issue.expected) ?? `a ${issue.expected}`
    case 'invalid_value':
      return issue.values.map(value => `\`${String(value)}\``).join(' or ')
    default:
      return 'another value'
  }
}

function toPath(path: ReadonlyArray<PropertyKey>): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      const name = String(key)
      if (!/^[\w$]+$/.test(name)) return `[${JSON.stringify(name)}]`
      return index === 0 ? name : `.${name}`
    })
    .join('')
}
