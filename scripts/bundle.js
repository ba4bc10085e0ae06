import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Programs for browsers: how many kB each may have and which page says so, whether
 * it has remark, and text that it may not have.
 */
export const imports = {
  text: {
    program: "export {parse, stringify} from 'chatmd'",
    most: 56,
    page: 'docs/api.md',
    remark: false,
    without: []
  },
  mdast: {
    program: "export * from 'chatmd/mdast'",
    most: 93,
    page: 'docs/api.md',
    remark: true,
    without: []
  },
  convert: {
    program: "export {fromJson, toJson} from 'chatmd/convert'",
    most: 46,
    page: 'docs/conversions.md',
    remark: false,
    // Note: the first is of another format, the second of all that have parts.
    without: ['of a row', 'tool-result']
  },
  openai: {
    program: "export {fromOpenai, toOpenai} from 'chatmd/convert'",
    most: 63,
    page: 'docs/conversions.md',
    remark: false,
    without: ['of a row', 'a Gemini request', 'of ChatGPT']
  },
  chatgptExport: {
    program: "export {fromChatgptExport} from 'chatmd/convert'",
    most: 56,
    page: 'docs/conversions.md',
    remark: false,
    without: ['of a row', 'an OpenAI request', 'of Claude']
  }
}

/**
 * Bundle a program for browsers.
 *
 * @param {string} contents
 * @param {{minify?: boolean}} [options]
 * @returns {Promise<{code: Uint8Array, size: number, hasRemark: boolean}>}
 *   Code, its size gzipped, in bytes, and whether remark is in it.
 */
export async function bundle(contents, {minify = true} = {}) {
  const {outputFiles, metafile} = await build({
    stdin: {contents, resolveDir: root},
    bundle: true,
    format: 'esm',
    minify,
    platform: 'browser',
    target: ['chrome100', 'safari15'],
    metafile: true,
    write: false
  })
  const [output] = outputFiles
  const code = output?.contents ?? new Uint8Array()
  const used = Object.values(metafile.outputs)[0]?.inputs ?? {}
  const hasRemark = Object.entries(used).some(
    ([path, {bytesInOutput}]) =>
      bytesInOutput > 0 && /micromark|remark|mdast-util/.test(path)
  )
  return {code, size: gzipSync(code, {level: 9}).length, hasRemark}
}
