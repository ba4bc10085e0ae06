const placeholder = 'This block is not supported on your current device yet.'

/** Whether a text stands for a block that the export does not hold. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return text === placeholder || text === `\`\`\`\n${placeholder}\n\`\`\``
}
