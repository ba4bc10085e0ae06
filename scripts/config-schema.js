// Write the JSON Schemas of `docs/`: that of the settings of a note, and that of
// the settings of a project. With `--check` only say whether they are current.

import {readFile, writeFile} from 'node:fs/promises'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Makes both; the schemas are TypeScript, so a bundle of them is run. */
const program = `
import {toJSONSchema} from 'zod/mini'
import {rules} from './src/cli/check/rules.ts'
import {projectSchema} from './src/cli/config/schema.ts'
import {configSchema} from './src/dialects/chatgpt-md/config.ts'

export const note = toJSONSchema(configSchema, {io: 'input'})
export const project = toJSONSchema(projectSchema, {io: 'input'})

// Editors offer the names of rules.
const propertyNames = {enum: rules.map(({ruleId}) => ruleId)}
const {properties} = project
Object.assign(properties.rules, {propertyNames})
Object.assign(properties.overrides.items.properties.rules, {propertyNames})
`

const {note, project} = await run(program)
await write('config.schema.json', 'Settings of a chat note', note)
await write('chatmd.config.schema.json', 'Settings of chatmd', project)

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
 * @param {object} schema
 */
async function write(name, title, {$schema, ...schema}) {
  const file = new URL(`../docs/${name}`, import.meta.url)
  const all = {$schema, title, ...schema}
  const value = `${JSON.stringify(all, undefined, 2)}\n`
  if (!process.argv.includes('--check')) {
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
