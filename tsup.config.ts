import {defineConfig} from 'tsup'
import {licenses} from './scripts/licenses.ts'

/** Entries of the library: `chatmd`, and `chatmd/*` for the others. */
const entries = ['index', 'convert', 'gemini-takeout', 'mdast', 'remark']

/** The oldest engines that the library runs on. */
const engines = ['chrome100', 'node20', 'safari15']

export default defineConfig([
  {
    entry: entries.map(name => `src/${name}.ts`),
    format: 'esm',
    target: engines,
    platform: 'neutral',
    dts: true,
    sourcemap: true,
    // A program that has them too has one copy of each.
    skipNodeModulesBundle: true,
    // Note: both builds run at once, so each removes its own files only.
    clean: ['!cli*', '!cli/**']
  },
  {
    entry: {cli: 'src/cli/bin.ts'},
    format: 'esm',
    target: 'node20',
    platform: 'node',
    // Less text starts faster, and a command loads when it is asked for.
    minify: true,
    noExternal: [/./],
    splitting: true,
    clean: ['!*'],
    esbuildOptions(options) {
      options.chunkNames = 'cli/[name]-[hash]'
      // Note: for Node `yaml` has CommonJS only, whose `require` an ES module
      // does not have; its files for browsers are the same code as ES modules.
      options.alias = {yaml: './node_modules/yaml/browser/index.js'}
    },
    // Notices of the code in a bundle go along.
    esbuildPlugins: [licenses('dist/cli.LICENSES.txt')]
  }
])
