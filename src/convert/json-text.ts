/**
 * Write any value as JSON on one line; what JSON cannot hold is `null`.
 *
 * @throws {TypeError} If it is nested so deeply that no stack holds it.
 */
export function toJsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch (error) {
    throw new TypeError(
      'Cannot write a value as JSON: it is nested too deeply',
      {
        cause: error
      }
    )
  }
}
