/** Write text as a fenced code block, whatever it holds. */
export function writeCode(language: string, value: string): string {
  let longest = 2
  for (const [run] of value.matchAll(/`+/g)) {
    longest = Math.max(longest, run.length)
  }
  const fence = '`'.repeat(longest + 1)
  const info = /^[\w+#.-]*$/.test(language) ? language : ''
  return `${fence}${info}\n${value}\n${fence}`
}
