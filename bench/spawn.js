import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {bundle} from '../scripts/bundle.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}bench/.build`

const both = "import {parse, stringify} from 'chatmd'\n"

/** What the import cost of the entry is compared with. */
const programs = {
  nothing: '',
  'yaml and zod': "import 'yaml'\nimport 'zod'\n",
  chatmd: both,
  'text only, bundled': undefined
}

/**
 * Write programs that import, and make tasks that run each in a process.
 *
 * @returns {Promise<Array<{name: string, run: () => number}>>} Milliseconds.
 */
export async function makeImports() {
  mkdirSync(folder, {recursive: true})
  for (const [name, program] of Object.entries(programs)) {
    if (program !== undefined) writeFileSync(toPath(name), program)
  }
  const {code} = await bundle(textOnly)
  writeFileSync(toPath('text only, bundled'), code)
  return Object.keys(programs).map(name => ({
    name,
    run: () => timeProcess(toPath(name))
  }))
}

/** @param {string} name */
function toPath(name) {
  return `${folder}/${name.replaceAll(/[^a-z]+/g, '-')}.mjs`
}

/** @param {string} path */
function timeProcess(path) {
  const before = performance.now()
  const {status, stderr} = spawnSync(process.execPath, [path])
  if (status !== 0) throw new Error(String(stderr))
  return performance.now() - before
}

/**
 * Find how much of a 10 MB note and its tree stays alive, by its text.
 *
 * @param {'mixed' | 'ascii'} kind
 */
export function measureMemory(kind) {
  return runScript(`${root}bench/memory.js`, [kind])
}

/**
 * Run a script in a process of its own, and give the number it prints first.
 *
 * @param {string} path
 * @param {ReadonlyArray<string>} args
 */
export function runScript(path, args) {
  const all = ['--expose-gc', path, ...args]
  const {stdout, stderr, status} = spawnSync(process.execPath, all)
  if (status !== 0) throw new Error(String(stderr))
  return Number(String(stdout).trim().split(' ')[0])
}

/** `parse` and `stringify` for contents as text, without what else there is. */
const textOnly = `export {parse} from './src/parse.ts'
export {stringify} from './src/stringify.ts'`
