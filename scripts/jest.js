// Packs the build, installs it beside Jest, and tests it there in a page of
// jsdom. Jest has a folder of its own, so that nobody else has to install it.

import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {npm} from './command.js'
import {flags, installPackage, root} from './package.js'

const folder = await mkdtemp(join(tmpdir(), 'chatmd-jest-'))
try {
  await cp(join(root, 'test/runtimes/jest'), folder, {
    recursive: true,
    filter: path => !path.includes('node_modules')
  })
  npm(folder, 'ci', ...flags)
  installPackage(folder)
  // Note: Jest reports to stderr.
  console.log(npm(folder, 'test').stderr)
} finally {
  await rm(folder, {recursive: true})
}
