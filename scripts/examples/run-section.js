import {join} from 'node:path'
import {run} from './run.js'
import {write} from './write.js'

/** Run the steps of a section in order; resolves to a line for each run. */
export async function runSection({page, cwd, steps}) {
  const files = new Map()
  const lines = []
  let output = ''
  for (const step of steps) {
    const place = `${page}:${step.line}`
    if (step.file) {
      files.set(step.file, step.value)
      await write(join(cwd, step.file), step.value)
    }
    if (step.run) {
      output = await run(cwd, ...step.run)
      lines.push(`${place} runs`)
    }
    if (step.output !== undefined) assertEqual(place, output, step.output)
    if (step.diff) {
      assertEqual(place, files.get(step.diff), takeSide(step.value, '-'))
      assertEqual(place, output, takeSide(step.value, '+'))
    }
  }
  return lines
}

/** Take one side of a diff: `-` the text before, `+` the one after. */
function takeSide(diff, side) {
  const other = side === '+' ? '-' : '+'
  return diff
    .split('\n')
    .filter(line => !line.startsWith(other))
    .map(line => line.slice(1))
    .join('\n')
}

function assertEqual(place, actual, expected) {
  if (actual === expected) return
  throw new Error(
    `Unexpected output at ${place}:\n${actual}\nexpected:\n${expected}`
  )
}
