// Write the JSON Schemas of `docs/`: the settings of a note, those of a project,
// and a chat as a row. With `--check` only say whether they are current.

import {readFile, writeFile} from 'node:fs/promises'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Makes them; the schemas are TypeScript, so a bundle of them is run. */
const program = `
import {toJSONSchema} from 'zod/mini'
import {rules} from './src/cli/check/rules.ts'
import {projectSchema} from './src/cli/config/schema.ts'
import {ndjsonSchema} from './src/convert/ndjson.ts'
import {configSchema} from './src/dialects/chatgpt-md/config.ts'

export const note = toJSONSchema(configSchema, {io: 'input'})
export const project = toJSONSchema(projectSchema, {io: 'input'})
// Note: a row that is written has no other keys, and one that is read may have.
export const row = toJSONSchema(ndjsonSchema, {
  io: 'output',
  override({jsonSchema}) {
    if (jsonSchema.type === 'object') jsonSchema.additionalProperties = false
  }
})

// Editors offer the names of rules.
const propertyNames = {enum: rules.map(({ruleId}) => ruleId)}
const {properties} = project
Object.assign(properties.rules, {propertyNames})
Object.assign(properties.overrides.items.properties.rules, {propertyNames})
`

const {note, project, row} = await run(program)
await put('config.schema.json', 'Settings of a chat note', note)
await put('chatmd.config.schema.json', 'Settings of chatmd', project)
await put('ndjson.schema.json', 'A chat as one row of data', row)

/** @param {string} contents */
async function run(contents) {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: root},
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: {yaml: `${root}node_modules/yaml/browser/index.js`},
    write: false
  })
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}

/**
 * @param {string} name
 * @param {string} title
 * @param {{$schema?: string}} schema
 */
async function put(name, title, {$schema, ...schema}) {
  const file = new URL(`../docs/${name}`, import.meta.url)
  const all = {$schema, title, ...schema}
  const value = `${JSON.stringify(all, undefined, 2)}\n`
  if (!process.argv.includes('--check')) {
    await writeFile(file, value)
    return
  }
  if ((await readFile(file, 'utf8').catch(() => '')) === value) return
  process.stderr.write(
    `Unexpected \`docs/${name}\`, expected it to be current: run \`node scripts/config-schema.js\`\n`
  )
  process.exitCode = 1
}
