import {fileURLToPath} from 'node:url'
import {configDefaults, defineConfig} from 'vitest/config'

/** Where the entries of the package are, as a build and as source. */
const folders = {dist: './dist/', test: './src/'}

/** Tests that time what they run. */
const growthTests = 'test/**/growth.test.ts'

/** Tests that put other modules in the place of ours. */
const mockTests = ['test/cli-round-trip.test.ts', 'test/cli/fix-note.test.ts']

/** Tests that can run beside others; they share modules, which is twice as fast. */
const unitProject = {
  extends: true as const,
  test: {name: 'unit', isolate: false, exclude: [growthTests, ...mockTests]}
}

/** Tests that need modules of their own. */
const mockProject = {
  extends: true as const,
  test: {name: 'mock', include: mockTests}
}

/** Tests that run one after the other, after all else, so that times are true. */
const growthProject = {
  extends: true as const,
  test: {
    name: 'growth',
    include: [growthTests],
    fileParallelism: false,
    sequence: {groupOrder: 1}
  }
}

export default defineConfig(({mode}) => ({
  resolve: {
    alias: [
      {find: /^chatmd$/, replacement: toPath(mode, 'index')},
      {
        find: /^chatmd\/(convert|gemini-takeout|mdast|remark)$/,
        replacement: toPath(mode, '$1')
      },
      // Note: the example imports it, and only these tests install it.
      {
        find: '@duckdb/node-api',
        replacement: fileURLToPath(
          new URL('test/vendors/node_modules/@duckdb/node-api', import.meta.url)
        )
      }
    ]
  },
  test: {
    testTimeout: 600_000,
    // Note: vitest leaves one core alone, which would be half of two.
    maxWorkers: '100%',
    setupFiles: ['test/util/setup.ts'],
    exclude: [...configDefaults.exclude, ...toExcluded(mode)],
    ...(mode === 'ecosystem' && {
      dir: 'test/ecosystem',
      // Note: they share one folder, in which each puts its files.
      fileParallelism: false,
      globalSetup: ['test/ecosystem/setup.ts']
    }),
    ...(mode === 'vendors' && {
      dir: 'test/vendors',
      globalSetup: ['test/vendors/setup.ts']
    }),
    ...(mode === 'test' && {
      projects: [unitProject, mockProject, growthProject]
    }),
    coverage: {
      include: ['src/**'],
      // Note: `bin.ts` is what a process adds to `main`; `dist.test.ts` runs it.
      exclude: ['src/cli/bin.ts'],
      // To do: 100 of each again, once the command that converts is tested whole.
      thresholds: {lines: 99, functions: 99, branches: 98, statements: 98.5}
    }
  }
}))

/** Tests that a mode leaves out. */
function toExcluded(mode: string): Array<string> {
  if (mode === 'ecosystem' || mode === 'vendors') return []
  // Note: these need packages that only `npm run ecosystem` and
  // `npm run test:vendors` install.
  const excluded = ['test/ecosystem/**', 'test/vendors/**']
  if (mode !== 'dist') return [...excluded, 'test/dist*.test.ts']
  // Note: these test what a build does not export, or how long the same code
  // takes.
  const inner = ['cli/**', 'frontmatter/**', 'mdast/comment.test.ts', 'yaml/**']
  return [...excluded, growthTests, ...inner.map(path => `test/${path}`)]
}

function toPath(mode: string, name: string): string {
  const file =
    mode === 'dist' ? `${folders.dist}${name}.js` : `${folders.test}${name}.ts`
  return fileURLToPath(new URL(file, import.meta.url))
}
