import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import process from 'node:process'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}bench/.build`

/** Imports that the cost of the entry is compared with. */
const programs = {
  nothing: '',
  'yaml and zod': "import 'yaml'\nimport 'zod'\n",
  chatmd: "import 'chatmd'\n",
  'chatmd and chatmd/mdast': "import 'chatmd'\nimport 'chatmd/mdast'\n"
}

/**
 * Write programs that import, and make tasks that run each in a process.
 *
 * @returns {Array<{name: string, run: () => number}>} Milliseconds.
 */
export function makeImports() {
  mkdirSync(folder, {recursive: true})
  for (const [name, program] of Object.entries(programs)) {
    writeFileSync(toPath(name), program)
  }
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
