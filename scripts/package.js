import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {npm} from './command.js'

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Flags of each `npm install` and `npm ci`; no script of a package runs. */
export const flags = [
  '--prefer-offline',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund'
]

/**
 * Pack the build into a folder, as npm does before it publishes.
 *
 * @param {string} folder
 * @returns {{file: string, paths: Array<string>, size: number, unpackedSize: number}}
 *   The file, and paths in it.
 */
export function pack(folder) {
  // Note: scripts would print between the lines of JSON; the build is there.
  const to = ['--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = JSON.parse(npm(root, 'pack', ...to).stdout)
  const paths = packed.files.map(({path}) => path)
  return {...packed, file: join(folder, packed.filename), paths}
}

/**
 * Install the build into the project of a folder, as anybody would.
 *
 * @param {string} folder
 */
export function installPackage(folder) {
  const packed = pack(folder)
  npm(folder, 'install', '--no-save', ...flags, packed.file)
  return packed
}
