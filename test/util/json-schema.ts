/** As much of a JSON Schema as the schemas of this project use. */
interface Schema {
  [key: string]: unknown
}

/**
 * Find where a value is not as a JSON Schema says; `undefined` if it is. An
 * unknown keyword throws, so that none is overlooked.
 */
export function findMismatch(
  value: unknown,
  schema: Schema
): string | undefined {
  for (const [key, wanted] of Object.entries(schema)) {
    const keyword = keywords[key]
    if (!keyword) throw new Error(`Unexpected keyword \`${key}\``)
    const mismatch = keyword(value, wanted, schema)
    if (mismatch !== undefined) return mismatch
  }
  return undefined
}

type Keyword = (
  value: unknown,
  wanted: unknown,
  schema: Schema
) => string | undefined

const skip: Keyword = () => undefined

const keywords: Record<string, Keyword> = {
  $schema: skip,
  title: skip,
  description: skip,
  type: (value, types) =>
    [types].flat().some(type => isOfType(value, type)) ? undefined : '',
  const: (value, wanted) => (value === wanted ? undefined : ''),
  enum: (value, wanted) =>
    (wanted as Array<unknown>).includes(value) ? undefined : '',
  minimum: (value, least) => (Number(value) >= Number(least) ? undefined : ''),
  maximum: (value, most) => (Number(value) <= Number(most) ? undefined : ''),
  anyOf(value, schemas) {
    const found = (schemas as Array<Schema>).map(schema =>
      findMismatch(value, schema)
    )
    return found.includes(undefined)
      ? undefined
      : (found.find(path => path !== '') ?? '')
  },
  items: (value, schema) =>
    findInside(value as Array<unknown>, () => schema as Schema),
  properties: (value, schemas) =>
    findInside(
      value as object,
      key => (schemas as Record<string, Schema>)[key] ?? {}
    ),
  required: (value, keys) =>
    (keys as Array<string>).find(key => !(key in (value as object))),
  additionalProperties: (value, allowed, {properties}) =>
    allowed === false
      ? Object.keys(value as object).find(
          key => !(key in (properties as object))
        )
      : undefined
}

function findInside(
  value: object,
  toSchema: (key: string) => Schema
): string | undefined {
  for (const [key, item] of Object.entries(value)) {
    const path = findMismatch(item, toSchema(key))
    if (path !== undefined) return path === '' ? key : `${key}.${path}`
  }
  return undefined
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'null':
      return value === null
    case 'object':
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value)
      )
    default:
      return typeof value === type
  }
}
