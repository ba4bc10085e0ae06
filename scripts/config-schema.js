// Write the JSON Schemas in `docs/`, or with `--check` only say whether they are
// current. Runs after a build, since the schemas are TypeScript.
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {toJSONSchema} from 'zod/mini'
import {ndjsonSchema} from '../dist/convert.js'
import {configSchema} from '../dist/index.js'

await put(
  'config.schema.json',
  'Settings of a chat note',
  toJSONSchema(configSchema, {io: 'input'})
)
await put(
  'ndjson.schema.json',
  'A chat as one row of data',
  // Note: what is written has no other keys, and what is read may have.
  toJSONSchema(ndjsonSchema, {io: 'output', override: closeObject})
)

/**
 * @param {string} name
 * @param {string} title
 * @param {{$schema?: string}} value
 */
async function put(name, title, {$schema, ...schema}) {
  const file = new URL(`../docs/${name}`, import.meta.url)
  const value = `${JSON.stringify({$schema, title, ...schema}, undefined, 2)}\n`
  if (!process.argv.includes('--check')) {
    await mkdir(new URL('.', file), {recursive: true})
    await writeFile(file, value)
    return
  }
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current === value) return
  process.stderr.write(
    `Unexpected \`docs/${name}\`, expected it to be current: run \`node scripts/config-schema.js\`\n`
  )
  process.exitCode = 1
}

/** @param {{jsonSchema: {type?: string, additionalProperties?: unknown}}} context */
function closeObject({jsonSchema}) {
  if (jsonSchema.type === 'object') jsonSchema.additionalProperties = false
}
