// Write `docs/config.schema.json`, or with `--check` only say whether it is
// current. Runs after a build, since the schema is TypeScript.
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {toJSONSchema} from 'zod/mini'
import {configSchema} from '../dist/index.js'

const file = new URL('../docs/config.schema.json', import.meta.url)
const {$schema, ...schema} = toJSONSchema(configSchema, {io: 'input'})
const value = `${JSON.stringify({$schema, title: 'Settings of a chat note', ...schema}, undefined, 2)}\n`

if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current !== value) {
    process.stderr.write(
      'Unexpected `docs/config.schema.json`, expected it to be current: run `node scripts/config-schema.js`\n'
    )
    process.exitCode = 1
  }
} else {
  await mkdir(new URL('.', file), {recursive: true})
  await writeFile(file, value)
}
