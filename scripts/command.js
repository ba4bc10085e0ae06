import {spawnSync} from 'node:child_process'

/**
 * Run a command to its end.
 *
 * @param {string} command
 * @param {ReadonlyArray<string>} argv
 * @param {string} cwd
 * @returns {{stdout: string, stderr: string}}
 */
export function run(command, argv, cwd) {
  const done = spawnSync(command, argv, {cwd, encoding: 'utf8'})
  if (done.status === 0) return done
  const output = done.error ?? `${done.stdout}${done.stderr}`
  throw new Error(`Cannot run \`${[command, ...argv].join(' ')}\`: ${output}`)
}

/**
 * Run npm, with the arguments of a line as one would type it.
 *
 * @param {string} cwd
 * @param {...string} argv
 */
export function npm(cwd, ...argv) {
  return run('npm', argv, cwd)
}
