/** Name of the format in messages. */
export const name = 'an Anthropic request'
