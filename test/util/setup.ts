import fc from 'fast-check'
import {vi} from 'vitest'

// The same random input each time, so that a failure comes from a change;
// `npm run fuzz` is for new input.
fc.configureGlobal({seed: Number(process.env.FUZZ_SEED ?? 1)})

for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  vi.spyOn(console, name).mockImplementation((...values) => {
    throw new Error(`Unexpected \`console.${name}\`: ${values.join(' ')}`)
  })
}
