import {defineConfig, type Options} from 'tsup'
import {licenses} from './scripts/licenses.ts'

/** One file that needs little or nothing installed starts faster. */
const bundled = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  splitting: false,
  esbuildOptions(options) {
    // Note: for Node `yaml` has CommonJS only, whose `require` an ES module
    // does not have; its files for browsers are the same code as ES modules.
    options.alias = {yaml: './node_modules/yaml/browser/index.js'}
  }
} satisfies Options

export default defineConfig([
  {
    entry: ['src/index.ts', 'src/mdast.ts'],
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    dts: true,
    treeshake: true,
    // Note: all builds run at once, so this one must not remove the others’.
    clean: ['!dist/cli*', '!dist/node*']
  },
  {
    ...bundled,
    entry: {node: 'src/node.ts'},
    // Problems are of the class that the rest of a program has.
    noExternal: [/^(?!vfile-message$)/],
    external: ['vfile-message'],
    treeshake: true,
    // Notices of what is in a bundle go along.
    esbuildPlugins: [licenses('dist/node.LICENSES.txt')]
  },
  {
    ...bundled,
    entry: {cli: 'src/cli/bin.ts'},
    noExternal: [/./],
    esbuildPlugins: [licenses('dist/cli.LICENSES.txt')]
  }
])
