// See that the build, without the command line, runs on the oldest devices that
// Obsidian runs on: iOS 15 and Chrome 100. Code of packages that may not run
// there is only listed, because a use may be behind a test for it.

import {readdir, readFile} from 'node:fs/promises'
import process from 'node:process'
import {Linter} from 'eslint'
import plugin from 'eslint-plugin-es-x'
import {bundle, imports} from './bundle.js'

const dist = new URL('../dist/', import.meta.url)

/** Features after ES2021 that Safari 15.0 has. */
const had =
  /\/no-(?:arbitrary-module|class-(?:instance|private|static-fields)|error-cause|hashbang|private-in|regexp-d-flag)/

/** Names of methods that arrays and schemas have too, as `map` and `union`. */
const unclear = /\/no-(?:iterator|set)-prototype-/

const late = ['flat/restrict-to-es2021', 'flat/no-new-in-esnext']
  .flatMap(name => Object.keys(plugin.configs[name].rules))
  .filter(name => !had.test(name) && !unclear.test(name))

/** @type {import('eslint').Linter.Config} */
const config = {
  plugins: {'es-x': plugin},
  // Note: there are no types, so a method is known by its name only.
  settings: {'es-x': {aggressive: true}},
  rules: {
    ...Object.fromEntries(late.map(name => [name, 'error'])),
    'es-x/no-regexp-lookbehind-assertions': 'error',
    'no-restricted-globals': ['error', 'structuredClone']
  }
}

const names = (await readdir(dist)).filter(
  name => name.endsWith('.js') && name !== 'cli.js'
)
const own = await Promise.all(
  names.map(async name => lint(await readFile(new URL(name, dist), 'utf8')))
)
report('Cannot run on old devices:', new Set(own.flat()))
if (own.some(uses => uses.length > 0)) process.exitCode = 1
else console.log(`${names.length} files run on old devices`)

const {code} = await bundle(imports.text.program, {minify: false})
const all = lint(Buffer.from(code).toString())
const others = all.filter(use => use.startsWith('node_modules/'))
report(`Packages, for ${imports.text.program}:`, new Set(others))

/**
 * Find uses of features that are too new: the module, the kind of use, the name.
 *
 * @param {string} code
 * @returns {Array<string>}
 */
function lint(code) {
  const lines = code.split('\n')
  const found = new Linter().verify(code, config, {allowInlineConfig: false})
  return found.map(({line, message}) => {
    const before = lines.slice(0, line)
    // esbuild names a module before its code.
    const module = before.findLast(text => /^\/\/ \S+\.[jt]s$/.test(text))
    return `${module?.slice(3)}: ${message} \`${before.at(-1)?.trim()}\``
  })
}

/**
 * @param {string} title
 * @param {ReadonlySet<string>} uses
 */
function report(title, uses) {
  if (uses.size > 0) console.log([title, ...uses].join('\n- '))
}
