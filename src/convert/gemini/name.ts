/** Name of the format in messages. */
export const name = 'a Gemini request'
