import {z} from 'zod'

export const configSchema = z.looseObject({model: z.string().nullish()})
export type ChatConfig = z.infer<typeof configSchema>
