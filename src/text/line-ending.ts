/** Find the first line ending of a text; LF where there is none. */
export function findLineEnding(value: string): string {
  return /\r\n?|\n/.exec(value)?.[0] ?? '\n'
}
