#!/usr/bin/env node
import process from 'node:process'
import {main} from './main.ts'

// Note: each problem is an `Error`, whose stack nobody reads, and which takes
// longer to collect than the problem to find.
Error.stackTraceLimit = 0

const {argv, env, stderr, stdout} = process

// Note: `main` hears of a failed write where it writes; a stream that nobody
// listens to throws it once more.
for (const stream of [stdout, stderr]) stream.on('error', () => {})

const io = {
  // Note: Node.js opens it when it is asked for, which takes time.
  get stdin() {
    return process.stdin
  },
  stdout,
  stderr,
  cwd: process.cwd(),
  color: hasColor(stdout.isTTY),
  isTerminal: stdout.isTTY,
  columns: stdout.columns,
  progress: stderr.isTTY
}
process.exitCode = await main(argv.slice(2), io)

/** Note: https://no-color.org, and `FORCE_COLOR` as in Node.js. */
function hasColor(isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0'
  return isTerminal
}
