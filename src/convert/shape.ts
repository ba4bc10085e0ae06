import * as z from 'zod/mini'
import {isPlainObject} from '../yaml/is-plain-object.ts'

/**
 * Schema of an object with any keys, which is given back as it is.
 *
 * Note: `z.record` makes a copy, and leaves out a key `__proto__`.
 */
export const anyObject: z.ZodMiniType<Record<string, unknown>> = z.custom<
  Record<string, unknown>
>(isPlainObject, {error: 'Expected an object'})
