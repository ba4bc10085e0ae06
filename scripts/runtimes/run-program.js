import {existsSync} from 'node:fs'
import {join} from 'node:path'
import process from 'node:process'
import {run} from '../command.js'

/** What packages call an operating system with a processor. */
const platform = `${process.platform}-${process.arch}`

/**
 * Node.js, as a package.
 *
 * @param {number} major
 */
export function node(major) {
  const path = `node${major}-${platform}/bin/node`
  return toProgram(`node${major}`, path, [], '-p', 'process.version')
}

/** Bun, as a package; for x64 the one that runs on older processors too. */
export function bun() {
  const names = {
    'darwin-arm64': 'darwin-aarch64',
    'linux-arm64': 'linux-aarch64',
    'linux-x64': 'linux-x64-baseline'
  }
  const path = `@oven/bun-${names[platform]}/bin/bun`
  return toProgram('bun', path, [], '--version')
}

/**
 * Deno, as a package. The library needs no permission, but `yaml` looks for two
 * variables, by which it would log.
 */
export function deno() {
  const libc = process.platform === 'linux' ? '-glibc' : ''
  const path = `@deno/${platform}${libc}/deno`
  const allowed = '--allow-env=LOG_STREAM,LOG_TOKENS'
  const flags = ['run', '--no-prompt', allowed]
  return toProgram('deno', path, flags, '--version')
}

function toProgram(name, path, flags, ...version) {
  return {
    name,
    find(folder) {
      const file = join(folder, 'node_modules', path)
      return existsSync(file) ? file : undefined
    },
    test(folder, file) {
      const {stdout} = run(file, version, folder)
      const tried = run(file, [...flags, 'program.js'], folder).stdout
      return `${stdout.split('\n')[0]}: ${tried.trim()} tried`
    }
  }
}
