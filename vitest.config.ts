import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

const entries = {
  dist: './dist/index.js',
  test: './src/index.ts'
}

export default defineConfig(({mode}) => ({
  resolve: {
    alias: [
      {
        find: /^chatmd$/,
        replacement: fileURLToPath(
          new URL(
            mode === 'dist' ? entries.dist : entries.test,
            import.meta.url
          )
        )
      }
    ]
  },
  test: {
    testTimeout: 600_000,
    setupFiles: ['test/util/setup.ts'],
    coverage: {
      include: ['src/**'],
      thresholds: {lines: 100, functions: 100, branches: 100, statements: 100}
    }
  }
}))
