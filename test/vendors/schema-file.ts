/** Types of `shapes.ts` that a schema is made of. */
export const shapeNames = [
  'OpenaiChat6',
  'OpenaiChat7',
  'OpenaiResponses6',
  'OpenaiResponses7',
  'AnthropicMessages',
  'GeminiSdk2',
  'GeminiSdk3',
  'GeminiRest2',
  'GeminiRest3'
] as const

/** Name of a type that a schema is made of. */
export type ShapeName = (typeof shapeNames)[number]

/** Find the file that a schema, or the key of all, is kept in. */
export function toSchemaFile(name: ShapeName | 'key'): URL {
  return new URL(`.schemas/${name}.json`, import.meta.url)
}
