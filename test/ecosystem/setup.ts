import {spawnSync} from 'node:child_process'
import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a project that has the build and the tools installed. */
    project: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const flags = ['--ignore-scripts', '--no-audit', '--no-fund']

/** Install the build, packed, beside the tools that are to use it. */
export default async function setup({provide}: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'chatmd-ecosystem-'))
  const tools = join(root, 'test/ecosystem')
  await cp(join(tools, 'project'), folder, {recursive: true})
  for (const name of ['package.json', 'package-lock.json']) {
    await cp(join(tools, name), join(folder, name))
  }
  const [packed]: Array<{filename: string}> = JSON.parse(
    npm(root, 'pack', '--json', '--pack-destination', folder, ...flags)
  )
  npm(folder, 'ci', ...flags)
  const file = join(folder, packed?.filename ?? '')
  npm(folder, 'install', '--no-save', '--prefer-offline', ...flags, file)
  provide('project', folder)
  return () => rm(folder, {recursive: true})
}

function npm(cwd: string, ...argv: Array<string>): string {
  const done = spawnSync('npm', argv, {cwd, encoding: 'utf8'})
  if (done.status === 0) return done.stdout
  throw new Error(`Cannot run \`npm ${argv[0]}\`: ${done.stdout}${done.stderr}`)
}
