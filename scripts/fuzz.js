// Run the laws for minutes, with a fresh seed each round, which is printed.
// Usage: npm run fuzz -- [minutes]

import {spawnSync} from 'node:child_process'
import process from 'node:process'

const minutes = Number(process.argv[2] ?? 5)

if (!(minutes > 0)) {
  console.error('Usage: npm run fuzz -- [minutes]')
  process.exit(2)
}

/** Names of tests that have laws. */
const files = [
  'laws',
  'create-parser',
  'append',
  'dialect.test',
  'comment',
  'fixes'
]

const vitest = 'node_modules/vitest/vitest.mjs'
const end = Date.now() + minutes * 60_000

for (let round = 1; Date.now() < end; round++) {
  const seed = Math.floor(Math.random() * 0x7fffffff)
  console.log(`Round ${round}, seed ${seed}`)
  const {status} = spawnSync(
    process.execPath,
    // Note: a law may take longer than a test may, above all on a busy machine.
    [vitest, 'run', '--project', 'unit', '--testTimeout=0', ...files],
    {
      stdio: 'inherit',
      env: {...process.env, FUZZ_RUNS: '20000', FUZZ_SEED: String(seed)}
    }
  )
  if (status !== 0) process.exit(status ?? 1)
}
