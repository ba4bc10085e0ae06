// Packs the build, installs it beside Jest, and tests it there in a page of
// jsdom. Jest has a folder of its own, so that nobody else has to install it.

import {spawnSync} from 'node:child_process'
import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const flags = ['--ignore-scripts', '--no-audit', '--no-fund']
const folder = await mkdtemp(join(tmpdir(), 'chatmd-jest-'))
try {
  await cp(join(root, 'test/runtimes/jest'), folder, {
    recursive: true,
    filter: path => !path.includes('node_modules')
  })
  npm(folder, 'ci', ...flags)
  const to = ['--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = JSON.parse(npm(root, 'pack', ...to).stdout)
  npm(folder, 'install', '--no-save', ...flags, join(folder, packed.filename))
  // Note: Jest reports to stderr.
  console.log(npm(folder, 'test').stderr)
} finally {
  await rm(folder, {recursive: true})
}

/**
 * @param {string} cwd
 * @param {...string} argv
 */
function npm(cwd, ...argv) {
  const done = spawnSync('npm', argv, {cwd, encoding: 'utf8'})
  if (done.status === 0) return done
  throw new Error(`Cannot run \`npm ${argv[0]}\`: ${done.stdout}${done.stderr}`)
}
