import * as z from 'zod'
import type {Chat} from '../types.ts'

// Note: this is only to refuse what is no tree at all. What a tree may say,
// such as which roles there can be, is for `stringify` to judge.
const chatSchema = z.object({
  type: z.literal('chat'),
  config: z.record(z.string(), z.unknown()),
  children: z.array(
    z.object({
      type: z.literal('turn'),
      role: z.string(),
      model: z.string().optional(),
      value: z.string(),
      raw: z
        .object({open: z.string(), body: z.string(), close: z.string()})
        .optional()
    })
  ),
  raw: z.object({start: z.string()}).optional()
})

/** Throw a `TypeError` that says where a value is not a chat. */
export function assertChat(value: unknown): asserts value is Chat {
  const issue = chatSchema.safeParse(value).error?.issues[0]
  if (!issue) return
  const path = issue.path.length > 0 ? issue.path.join('.') : 'the top'
  throw new TypeError(`it is no tree of a chat, see ${path}: ${issue.message}`)
}
