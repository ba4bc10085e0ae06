import * as z from 'zod/mini'

const text = z.nullish(z.string())

/** Schema of an entry: a question and its answer. */
export const geminiTakeoutEntrySchema = z.looseObject({
  attachedFiles: z.nullish(z.array(z.unknown())),
  description: text,
  header: text,
  imageFile: z.optional(z.unknown()),
  safeHtmlItem: z.nullish(z.array(z.looseObject({html: text}))),
  time: text,
  title: text,
  titleUrl: text
})

/** An entry. */
export type GeminiTakeoutEntry = z.output<typeof geminiTakeoutEntrySchema>
