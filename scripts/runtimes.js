// Packs the build, installs it beside the runtimes that people use, and tries it
// in each of them with the scripts in `test/runtimes`.
// Usage: npm run runtimes -- [--skip-missing] [name…]

import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import process from 'node:process'
import {parseArgs} from 'node:util'
import {npm} from './command.js'
import {flags, installPackage, root} from './package.js'
import {chromium} from './runtimes/chromium.js'
import {jest} from './runtimes/jest.js'
import {bun, deno, node} from './runtimes/run-program.js'

/**
 * A place where the package is to work.
 *
 * @typedef Runtime
 * @property {string} name
 * @property {(folder: string) => string | undefined} find
 *   Find it, or say that this machine has none.
 * @property {(folder: string, path: string) => Promise<string> | string} test
 *   Run the package in it; returns its version and a count, or throws.
 */

/** @type {Array<Runtime>} */
const runtimes = [
  node(20),
  node(22),
  node(24),
  bun(),
  deno(),
  jest(),
  chromium()
]

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {'skip-missing': {type: 'boolean', default: false}}
})
const chosen = choose(positionals)
const counts = {passed: 0, failed: 0, skipped: 0}
const folder = await mkdtemp(join(tmpdir(), 'chatmd-runtimes-'))
try {
  await cp(join(root, 'test/runtimes'), folder, {
    recursive: true,
    filter: path => !path.includes('node_modules')
  })
  npm(folder, 'ci', ...flags)
  installPackage(folder)
  for (const runtime of chosen) counts[await tryIn(runtime)]++
} finally {
  await rm(folder, {recursive: true})
}
const {passed, failed, skipped} = counts
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
if (failed > 0 || passed === 0) process.exitCode = 1

function choose(wanted) {
  const names = runtimes.map(({name}) => name)
  const unknown = wanted.find(name => !names.includes(name))
  if (unknown !== undefined) {
    const list = names.join('`, `')
    console.error(
      `Unexpected runtime \`${unknown}\`, expected one of \`${list}\``
    )
    process.exit(2)
  }
  return runtimes.filter(
    ({name}) => wanted.length === 0 || wanted.includes(name)
  )
}

/** @param {Runtime} runtime */
async function tryIn({name, find, test}) {
  const path = find(folder)
  if (!path) {
    console.error(`${name}: missing on this machine`)
    return values['skip-missing'] ? 'skipped' : 'failed'
  }
  try {
    const start = Date.now()
    const tried = await test(folder, path)
    const seconds = ((Date.now() - start) / 1000).toFixed(1)
    console.log(`${name}: works in ${seconds} s (${tried})`)
    return 'passed'
  } catch (error) {
    console.error(`${name}: fails\n${error.stack}`)
    return 'failed'
  }
}
