import {fileURLToPath} from 'node:url'
import {configDefaults, defineConfig} from 'vitest/config'

/** Where the entries of the package are, as a build and as source. */
const folders = {dist: './dist/', test: './src/'}

export default defineConfig(({mode}) => ({
  resolve: {
    alias: [
      {find: /^chatmd$/, replacement: toPath(mode, 'index')},
      {find: /^chatmd\/(mdast|remark)$/, replacement: toPath(mode, '$1')}
    ]
  },
  test: {
    testTimeout: 600_000,
    // Note: the growth tests time what they run, so nothing runs beside them.
    fileParallelism: false,
    setupFiles: ['test/util/setup.ts'],
    ...(mode === 'ecosystem' && {
      dir: 'test/ecosystem',
      globalSetup: ['test/ecosystem/setup.ts']
    }),
    exclude: [
      ...configDefaults.exclude,
      // Note: a build is what `dist.test.ts` tests; the others test what a build
      // does not export, or how long the same code takes.
      ...(mode === 'dist'
        ? [
            '**/growth.test.ts',
            'test/check/**',
            'test/mdast/comment.test.ts',
            'test/frontmatter/**',
            'test/scan/**'
          ]
        : ['test/dist.test.ts']),
      // Note: these need packages that only `npm run ecosystem` installs.
      ...(mode === 'ecosystem' ? [] : ['test/ecosystem/**'])
    ],
    coverage: {
      include: ['src/**'],
      // Note: `bin.ts` is what a process adds to `main`; `dist.test.ts` runs it.
      exclude: ['src/cli/bin.ts'],
      thresholds: {lines: 100, functions: 100, branches: 100, statements: 100}
    }
  }
}))

function toPath(mode: string, name: string): string {
  const file =
    mode === 'dist' ? `${folders.dist}${name}.js` : `${folders.test}${name}.ts`
  return fileURLToPath(new URL(file, import.meta.url))
}
