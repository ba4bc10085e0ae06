import type {KeySchemas} from '../dialects/dialect.ts'
import type {ChatConfig} from '../tree.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'
import type {Data} from '../yaml/pair.ts'
import {setOwn} from '../yaml/to-data.ts'
import {type Mistake, toMistakes} from './report.ts'

/** Apply the schema key by key, so that a wrong one spoils no other. */
export function validate(
  data: Data,
  schemas: KeySchemas
): {
  config: ChatConfig
  mistakes: Array<Mistake>
} {
  const config: ChatConfig = {}
  const mistakes: Array<Mistake> = []
  for (const [key, value] of Object.entries(data)) {
    const result = schemas.get(key)?.safeParse(value)
    if (result && !result.success) {
      // Note: not by a spread, which a long list would overflow the stack with.
      for (const mistake of toMistakes(key, result.error))
        mistakes.push(mistake)
    } else {
      // Note: of a map zod makes a copy, without `__proto__`.
      const read = result && !isPlainObject(value) ? result.data : value
      setOwn(config, key, read)
    }
  }
  return {config, mistakes}
}
