/** Whether a value is of a type, by the name of that. */
const checks = {
  'a `VFile`': (value: unknown) =>
    isObject(value) && 'messages' in value && Array.isArray(value.messages),
  'a boolean': (value: unknown) => typeof value === 'boolean',
  'a list': Array.isArray,
  'a number': (value: unknown) =>
    typeof value === 'number' && !Number.isNaN(value),
  'an object': isObject
}

/** Types of all options for contents: those of one function suit the others. */
const types = new Map<string, keyof typeof checks>([
  ['dialect', 'an object'],
  ['extensions', 'a list'],
  ['file', 'a `VFile`'],
  ['maxLength', 'a number'],
  ['mdastExtensions', 'a list'],
  ['position', 'a boolean'],
  ['remarkPlugins', 'a list'],
  ['rules', 'an object'],
  ['toMarkdownExtensions', 'a list']
])

/**
 * Make sure that the options for contents are known, and of their types.
 *
 * @throws {TypeError} If one is not.
 */
export function assertOptions(options: object | null | undefined): void {
  assertType('options', options, 'an object')
  for (const [name, value] of Object.entries<unknown>({...options})) {
    const type = types.get(name)
    if (type) assertType(`options.${name}`, value, type)
    else if (value !== undefined) throwUnknown(name)
  }
}

function throwUnknown(name: string): never {
  const names = [...types.keys()].map(known => `\`${known}\``).join(', ')
  throw new TypeError(`Unexpected option \`${name}\`, expected one of ${names}`)
}

function assertType(
  name: string,
  value: unknown,
  type: keyof typeof checks
): void {
  if (value === null || value === undefined || checks[type](value)) return
  throw new TypeError(`Expected \`${name}\` to be ${type}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
