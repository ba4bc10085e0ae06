import {readFileSync} from 'node:fs'
import type {ValidateFunction} from 'ajv'
import {Ajv} from 'ajv'
import type {ShapeName} from './schema-file.ts'
import {toSchemaFile} from './schema-file.ts'

const validators = new Map<ShapeName, ValidateFunction>()

/** Find how a value differs from the type of a vendor; nothing if it fits. */
export function judge(name: ShapeName, value: unknown): Array<string> {
  const validate = validators.get(name) ?? compile(name)
  validators.set(name, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({instancePath, message, params}) =>
      `${instancePath}: ${message} ${JSON.stringify(params)}`
  )
}

function compile(name: ShapeName): ValidateFunction {
  const schema = JSON.parse(readFileSync(toSchemaFile(name), 'utf8'))
  // Note: formats such as `uri` are those of types like `URL`, which no value
  // of ours has.
  return new Ajv({strict: false, validateFormats: false}).compile(schema)
}
