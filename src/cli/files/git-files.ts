import {execFile} from 'node:child_process'
import {resolve} from 'node:path'
import {promisify} from 'node:util'
import {UsageError} from '../command.ts'

const run = promisify(execFile)

/** Find the files that are staged; paths are absolute. */
export function findStaged(cwd: string): Promise<Array<string>> {
  return diff(cwd, ['--cached'])
}

/**
 * Find the files that differ from a commit, and those that are new; paths are
 * absolute.
 */
export async function findChanged(
  cwd: string,
  ref: string
): Promise<Array<string>> {
  if (ref.startsWith('-')) {
    throw new UsageError(`Unexpected \`--changed ${ref}\`, expected a commit`)
  }
  const top = await findTop(cwd)
  const added = await git(top, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z'
  ])
  const files = [...(await diff(cwd, [ref])), ...toPaths(top, added)]
  return [...new Set(files)]
}

/** Note: with `-z`, names stand as they are, whatever is in them. */
async function diff(
  cwd: string,
  args: ReadonlyArray<string>
): Promise<Array<string>> {
  const top = await findTop(cwd)
  const options = [
    'diff',
    '--name-only',
    '--diff-filter=ACMR',
    '-z',
    ...args,
    '--'
  ]
  return toPaths(top, await git(top, options))
}

/** Note: the way up, not the path, which has another spelling behind a link. */
async function findTop(cwd: string): Promise<string> {
  const up = await git(cwd, ['rev-parse', '--show-cdup'])
  return resolve(cwd, up.replace(/\n$/, ''))
}

function toPaths(top: string, output: string): Array<string> {
  return output.split('\0').flatMap(name => (name ? [resolve(top, name)] : []))
}

async function git(cwd: string, args: ReadonlyArray<string>): Promise<string> {
  try {
    const {stdout} = await run('git', [...args], {
      cwd,
      maxBuffer: 1024 * 1024 * 1024
    })
    return stdout
  } catch (error) {
    const {stderr = '', message} = error as Error & {stderr?: string}
    throw new UsageError(`Cannot ask git: ${stderr.trim() || message}`)
  }
}
