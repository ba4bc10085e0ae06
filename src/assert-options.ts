import {assertType, type TypeName} from './assert-type.ts'

/** Types of all options; those of one function suit the others. */
const types: ReadonlyArray<[string, TypeName]> = [
  ['dialect', 'a dialect'],
  ['onTurn', 'a function'],
  ['position', 'a boolean'],
  ['rules', 'an object']
]

/**
 * Make sure that options are of their types.
 *
 * @throws {TypeError} If one is not.
 */
export function assertOptions(options: object | null | undefined): void {
  if (options === null || options === undefined) return
  assertType('options', options, 'an object')
  const values: Readonly<Record<string, unknown>> = {...options}
  for (const [name, type] of types) {
    const value = values[name]
    if (value === null || value === undefined) continue
    assertType(`options.${name}`, value, type)
  }
}
