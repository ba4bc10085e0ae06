import {createServer} from 'node:http'

const page = '<!doctype html><script type="module" src="page.js"></script>'

/**
 * Serve a page and its scripts, to this machine only.
 *
 * @param {ReadonlyMap<string, string>} scripts
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function serve(scripts) {
  const server = createServer(({url}, response) => {
    const script = scripts.get(String(url).slice(1))
    const type = script === undefined ? 'html' : 'javascript'
    response.setHeader('Content-Type', `text/${type}; charset=utf-8`)
    if (script === undefined && url !== '/') response.statusCode = 404
    response.end(script ?? page)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${server.address().port}/`
  return {url, close: () => server.close()}
}
