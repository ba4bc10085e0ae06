import {join} from 'node:path'
import {npm} from '../command.js'
import {flags, installPackage} from '../package.js'

/**
 * Jest, in a page of jsdom, once with ES modules and once through Babel. It has
 * a folder of its own, so that nobody else has to install it.
 */
export function jest() {
  return {
    name: 'jest',
    find: folder => join(folder, 'jest'),
    test(_, folder) {
      npm(folder, 'ci', ...flags)
      installPackage(folder)
      // Note: Jest reports to stderr.
      const report = npm(folder, 'test').stderr
      const version = npm(folder, 'exec', '--', 'jest', '--version').stdout
      const tried = report.matchAll(/^Tests: .*?(\d+ passed)/gm)
      const [native, transformed] = [...tried].map(([, count]) => count)
      return `${version.trim()}, with jsdom: ${native} natively, ${transformed} through Babel`
    }
  }
}
