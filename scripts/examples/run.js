import {execFile} from 'node:child_process'

/** Run a command; resolves to its output, rejects with all of it. */
export function run(cwd, command, ...argv) {
  return new Promise((resolve, reject) => {
    execFile(command, argv, {cwd, maxBuffer: 1e8}, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const line = [command, ...argv].join(' ')
      reject(new Error(`Cannot run \`${line}\`:\n${stdout}${stderr}`))
    })
  })
}
