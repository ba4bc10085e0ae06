import {defineConfig} from 'tsup'
import {licenses} from './scripts/licenses.ts'

export default defineConfig([
  {
    entry: ['src/index.ts'],
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    dts: true,
    treeshake: true,
    // Note: both builds run at once, so this one must not remove the other’s.
    clean: ['!dist/cli*']
  },
  {
    entry: {cli: 'src/cli/bin.ts'},
    format: 'esm',
    target: 'node20',
    platform: 'node',
    // One file that needs nothing installed starts faster; its notices go
    // along.
    noExternal: [/./],
    splitting: false,
    esbuildPlugins: [licenses('dist/cli.LICENSES.txt')],
    esbuildOptions(options) {
      // Note: for Node `yaml` has CommonJS only, whose `require` an ES module
      // does not have; its files for browsers are the same code as ES modules.
      options.alias = {yaml: './node_modules/yaml/browser/index.js'}
    }
  }
])
