/** Says whether an option is of its type, and what that is. */
interface OptionType {
  expected: string
  isValid(value: unknown): boolean
}

const aBoolean: OptionType = {
  expected: 'a boolean',
  isValid: value => typeof value === 'boolean'
}

const aList: OptionType = {expected: 'a list', isValid: Array.isArray}

const aNumber: OptionType = {
  expected: 'a number',
  isValid: value => typeof value === 'number' && !Number.isNaN(value)
}

const anObject: OptionType = {
  expected: 'an object',
  isValid: value =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Types of the options for contents. */
const types: Readonly<Record<string, OptionType>> = {
  extensions: aList,
  maxLength: aNumber,
  mdastExtensions: aList,
  position: aBoolean,
  remarkPlugins: aList,
  rules: anObject,
  toMarkdownExtensions: aList
}

/**
 * Make sure that the options for contents are of their types.
 *
 * @throws {TypeError} If one is not.
 */
export function assertOptions(options: object | null | undefined): void {
  if (options === null || options === undefined) return
  assertType('options', options, anObject)
  for (const [name, type] of Object.entries(types)) {
    const value = (options as Readonly<Record<string, unknown>>)[name]
    if (value === null || value === undefined) continue
    assertType(`options.${name}`, value, type)
  }
}

function assertType(name: string, value: unknown, type: OptionType): void {
  if (type.isValid(value)) return
  throw new TypeError(`Expected \`${name}\` to be ${type.expected}`)
}
