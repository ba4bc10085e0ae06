#!/usr/bin/env node
import process from 'node:process'
import {main} from './main.ts'

const {argv, env, stderr, stdin, stdout} = process
const color = stderr.isTTY && !env.NO_COLOR

// Note: `main` hears of a failed write where it writes; a stream that nobody
// listens to throws it once more.
for (const stream of [stdout, stderr]) stream.on('error', () => {})

const io = {
  stdin,
  stdout,
  stderr,
  cwd: process.cwd(),
  color,
  progress: stderr.isTTY
}
process.exitCode = await main(argv.slice(2), io)
