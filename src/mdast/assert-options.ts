/** Whether a value is of a type, by what to call that. */
const checks = {
  'a boolean': (value: unknown) => typeof value === 'boolean',
  'a list': Array.isArray,
  'a number': (value: unknown) =>
    typeof value === 'number' && !Number.isNaN(value),
  'an object': (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Types of the options for contents. */
const types: Readonly<Record<string, keyof typeof checks>> = {
  extensions: 'a list',
  maxLength: 'a number',
  mdastExtensions: 'a list',
  position: 'a boolean',
  remarkPlugins: 'a list',
  rules: 'an object',
  toMarkdownExtensions: 'a list'
}

/**
 * Make sure that the options for contents are of their types.
 *
 * @throws {TypeError} If one is not.
 */
export function assertOptions(options: object | null | undefined): void {
  assertType('options', options, 'an object')
  const values: Readonly<Record<string, unknown>> = {...options}
  for (const [name, type] of Object.entries(types)) {
    assertType(`options.${name}`, values[name], type)
  }
}

function assertType(
  name: string,
  value: unknown,
  type: keyof typeof checks
): void {
  if (value === null || value === undefined || checks[type](value)) return
  throw new TypeError(`Expected \`${name}\` to be ${type}`)
}
