import * as z from 'zod/mini'
import type {OtherPart} from './message.ts'

/** The output of any one schema of a record. */
export type PartOf<T extends Record<string, z.ZodMiniType>> =
  | OtherPart
  | z.output<T[keyof T]>

/**
 * Read a part by the schema of its `type`; a part of another type stays whole,
 * since formats grow.
 *
 * Note: not a union of zod, which would say of a wrong part that it could be of
 * any type.
 *
 * @param toKey
 *   Name the schema of a type (default: the type itself).
 */
export function partSchema<T extends Record<string, z.ZodMiniType>>(
  schemas: T,
  toKey: (type: string) => string = type => type
): z.ZodMiniType<PartOf<T>> {
  const byType = new Map<string, T[keyof T]>()
  for (const type in schemas) byType.set(type, schemas[type])
  return z.pipe(
    z.looseObject({type: z.string()}),
    z.transform((value, context): PartOf<T> => {
      const schema = byType.get(toKey(value.type))
      if (!schema) return {type: 'other', kind: value.type, value}
      const result = z.safeParse(schema, value)
      // A cast, since `T[keyof T]` hides the output of its member.
      if (result.success) return result.data as z.output<T[keyof T]>
      for (const issue of result.error.issues) {
        // A cast, since the compiler cannot match a union of issues by itself.
        context.issues.push({...issue, input: value} as z.core.$ZodRawIssue)
      }
      return z.NEVER
    })
  )
}
