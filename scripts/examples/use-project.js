import {join} from 'node:path'
import {run} from './run.js'
import {runSection} from './run-section.js'
import {write} from './write.js'

const npmFlags = [
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--ignore-scripts'
]

const compilerOptions = {
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  // Note: `npm run pack:check` checks the types of the package.
  skipLibCheck: true,
  verbatimModuleSyntax: true
}

/** Install the packages of sections, check types, and run all examples. */
export async function useProject({root, cwd, tarball, sections}) {
  await write(join(cwd, 'package.json'), '{"private": true}\n')
  const packages = sections[0].packages.map(name =>
    name === 'chatmd' ? tarball : name
  )
  await run(cwd, 'npm', 'install', ...npmFlags, ...packages)
  for (const section of sections) {
    // Note: sections of a page share a folder, as later ones use its files.
    section.cwd = join(cwd, section.page.replaceAll('/', '-'))
    await write(join(section.cwd, 'package.json'), '{"type": "module"}\n')
    for (const step of section.steps) await writeModule(section.cwd, step)
  }
  await compile(root, cwd)
  const lines = []
  const failures = []
  for (const section of sections) {
    try {
      lines.push(...(await runSection(section)))
    } catch (error) {
      failures.push(error.message)
    }
  }
  return {lines, failures}
}

/** Write a module as TypeScript, be it one or JavaScript. */
async function writeModule(cwd, {file, value}) {
  const name = /^(.+)\.[jt]s$/.exec(file ?? '')?.[1]
  if (name) await write(join(cwd, 'types', `${name}.ts`), value)
}

/** Check modules as TypeScript, and make JavaScript of those that are not. */
async function compile(root, cwd) {
  const config = {compilerOptions, include: ['*/types']}
  await write(join(cwd, 'tsconfig.json'), JSON.stringify(config))
  // Note: a section may have commands only, and `tsc` fails without a file.
  await write(join(cwd, 'empty/types/empty.ts'), 'export {}\n')
  await run(
    cwd,
    process.execPath,
    join(root, 'node_modules/typescript/bin/tsc')
  )
}
