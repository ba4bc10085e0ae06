import {vi} from 'vitest'

for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  vi.spyOn(console, name).mockImplementation((...values) => {
    throw new Error(`Unexpected \`console.${name}\`: ${values.join(' ')}`)
  })
}
