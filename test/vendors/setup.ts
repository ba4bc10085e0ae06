import {createHash} from 'node:crypto'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {createGenerator} from 'ts-json-schema-generator'
import {shapeNames, toSchemaFile} from './schema-file.ts'

const inputs = ['shapes.ts', 'schema-file.ts', 'setup.ts', 'package-lock.json']

/** Make JSON Schemas of the types of vendors, unless they are there already. */
export default async function setup(): Promise<void> {
  const key = await hashInputs()
  const keyFile = toSchemaFile('key')
  const found = await readFile(keyFile, 'utf8').catch(() => '')
  if (found === key) return
  await mkdir(new URL('.', keyFile), {recursive: true})
  const generator = createGenerator({
    path: toPath('shapes.ts'),
    tsconfig: toPath('tsconfig.json'),
    // Note: `tsc` checks the types; here it would take twice the time.
    skipTypeCheck: true,
    additionalProperties: false
  })
  for (const name of shapeNames) {
    const schema = JSON.stringify(generator.createSchema(name))
    await writeFile(toSchemaFile(name), schema)
  }
  await writeFile(keyFile, key)
}

/** Hash all that schemas are made from. */
async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of inputs) hash.update(await readFile(toPath(name)))
  return hash.digest('hex')
}

function toPath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
