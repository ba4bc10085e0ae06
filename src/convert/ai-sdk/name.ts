/** What the format is called where a loss is said. */
export const name = 'the AI SDK'
