/** Name of the format in reasons of losses. */
export const name = 'the AI SDK'
