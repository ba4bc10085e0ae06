/**
 * Write a value of a chat, which is JSON, on one line.
 *
 * @throws {TypeError} If it is nested so deeply that no stack holds it.
 */
export function toJsonText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    throw new TypeError(
      'Cannot write a value as JSON: it is nested too deeply',
      {
        cause: error
      }
    )
  }
}
