/** Name of the format in messages. */
export const name = 'an OpenAI Responses request'
