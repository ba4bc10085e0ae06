// The demo of the readme: reads `examples/chat.md` with the build, describes it,
// and proves that it is printed as it was.

import {spawnSync} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {parse, stringify} from 'chatmd'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = 'examples/chat.md'
const value = await readFile(new URL(`../${path}`, import.meta.url), 'utf8')
const chat = parse(value)

console.log(`# Turns of ${path}\n`)
for (const [index, turn] of chat.children.entries()) {
  const name = turn.model ? `${turn.role} (${turn.model})` : turn.role
  const [line] = turn.value.split('\n')
  const first = line ? `“${shorten(line)}”` : '(empty: the next question)'
  const size = `${turn.value.length} characters`
  console.log(`${index + 1}. ${name.padEnd(27)} ${size.padStart(14)}  ${first}`)
}

console.log(`\n# chatmd check ${path}\n`)
const checked = run('check', path)
console.log(checked.stderr.trimEnd())

console.log(`\n# chatmd convert ${path}\n`)
const converted = JSON.parse(run('convert', path).stdout)
const [turn, ...rest] = converted.turns
const data = {config: converted.config, turns: [turn]}
console.log(JSON.stringify(data, undefined, 2))
console.log(`… and ${rest.length} turns more`)

const identical = stringify(chat) === value
const size = `${Buffer.byteLength(value)} bytes`
console.log(`\n# Round trip\n`)
console.log(
  identical
    ? `identical: ${size} in, the same ${size} out`
    : `NOT identical: ${size} in, other bytes out`
)
process.exitCode = identical ? 0 : 1

/** Run the command line; `1` says that there are problems, which is fine. */
function run(...argv) {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  const options = {cwd: root, encoding: 'utf8'}
  const done = spawnSync(process.execPath, [cli, ...argv], options)
  if (done.status === 0 || done.status === 1) return done
  throw new Error(`Cannot run \`chatmd ${argv.join(' ')}\`: ${done.stderr}`)
}

function shorten(line) {
  const characters = [...line]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line
}
