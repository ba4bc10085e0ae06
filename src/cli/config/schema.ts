import * as z from 'zod/mini'

const setting = z.enum(['off', 'info', 'warning', 'error'])

/** How bad a rule is, or that it is off. */
export type RuleSetting = z.infer<typeof setting>

const rules = z.record(z.string(), setting)
const texts = z.union([z.string(), z.array(z.string())])

/** Schema of `chatmd.config.json`, and of `chatmd` in `package.json`. */
export const projectSchema = z.strictObject({
  $schema: z.optional(z.string()),
  extends: z.optional(texts),
  ignore: z.optional(texts),
  level: z.optional(z.enum(['info', 'warning', 'error'])),
  rules: z.optional(rules),
  overrides: z.optional(z.array(z.strictObject({files: texts, rules})))
})

/** Settings of a project, as a file has them. */
export type ProjectFile = z.infer<typeof projectSchema>

/** Settings for some of the files. */
export interface Override {
  /** Patterns, in the syntax of `.gitignore`, relative to `folder`. */
  files: Array<string>
  folder: string
  rules: Record<string, RuleSetting>
}

/** Settings of a project, with those it extends. */
export interface Project {
  /** Patterns of files to leave out, with the folder they start from. */
  ignore: Array<{folder: string; patterns: Array<string>}>
  level: 'info' | 'warning' | 'error' | undefined
  rules: Record<string, RuleSetting>
  overrides: Array<Override>
}
