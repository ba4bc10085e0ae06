import {join} from 'node:path'
import {build} from 'esbuild'

/** The oldest engines that the library runs on. */
const engines = ['chrome100', 'safari15']

/** Bundles that people make for browsers, of files in `test/runtimes`. */
const bundles = {
  'page.js': {format: 'esm', target: engines},
  // Note: for `browser` alone, a package below remark is one that needs a page.
  'worker.js': {format: 'esm', target: engines, conditions: ['worker']},
  'plugin.js': {format: 'cjs', target: 'es2018', external: ['obsidian']}
}

/**
 * Bundle the scripts of a folder for a browser.
 *
 * @param {string} folder
 * @returns {Promise<Map<string, string>>} Code, by the name of the script.
 */
export async function bundleScripts(folder) {
  const codes = new Map()
  for (const [name, options] of Object.entries(bundles)) {
    const {outputFiles} = await build({
      entryPoints: [join(folder, name)],
      bundle: true,
      platform: 'browser',
      write: false,
      ...options
    })
    codes.set(name, outputFiles[0].text)
  }
  return codes
}
