import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {delimiter, join} from 'node:path'
import process from 'node:process'
import {bundleScripts} from './bundle.js'
import {serve} from './serve.js'

/** What a browser of this kind is called, where it is installed. */
const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Chromium: in a page, in a module worker, and as a plugin of Obsidian. */
export function chromium() {
  return {
    name: 'chromium',
    find() {
      const folders = (process.env.PATH ?? '').split(delimiter)
      const paths = names.flatMap(name => folders.map(path => join(path, name)))
      return paths.find(path => existsSync(path))
    },
    async test(folder, executablePath) {
      const scripts = await bundleScripts(folder)
      const server = await serve(scripts)
      const driver = createRequire(join(folder, 'x'))('playwright-core')
      const browser = await driver.chromium.launch({executablePath})
      try {
        const page = await browser.newPage()
        await page.goto(server.url)
        const tried = await page.evaluate(() => globalThis.tried)
        const plugin = await page.evaluate(runPlugin, scripts.get('plugin.js'))
        return `${browser.version()}: ${tried.page} tried in a page, ${tried.worker} in a module worker, ${plugin} in a plugin of Obsidian`
      } finally {
        await browser.close()
        server.close()
      }
    }
  }
}

/**
 * Load a plugin as Obsidian does, in the page: there is nothing but Obsidian to
 * require.
 *
 * @param {string} code
 */
async function runPlugin(code) {
  const obsidian = {Plugin: class {}}
  const module = {exports: {}}
  const require = name => {
    if (name === 'obsidian') return obsidian
    throw new Error(`Unexpected \`${name}\`, expected \`obsidian\``)
  }
  new Function('require', 'module', 'exports', code)(
    require,
    module,
    module.exports
  )
  const plugin = new module.exports.default()
  await plugin.onload()
  return plugin.tried
}
