// Find what imports cost a bundle for browsers, minified and gzipped, and make
// sure that none costs more than its ceiling, which the readme names.

import {readFileSync} from 'node:fs'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What is imported, how many kB it may cost, and whether remark is asked for. */
const imports = [
  {program: "export {parse, stringify} from 'chatmd'", most: 76, remark: false},
  {program: "export * from 'chatmd/mdast'", most: 113, remark: true}
]

for (const {program, most, remark} of imports) {
  const {size, names} = await bundle(program)
  const kilobytes = (size / 1000).toFixed(1)
  console.log(`${kilobytes} kB of ${most} kB: ${program}`)
  if (size > most * 1000) fail(`${program} costs more than ${most} kB`)
  if (names.some(name => /micromark|remark|mdast-util/.test(name)) !== remark) {
    fail(`${program} has ${remark ? 'no ' : ''}remark in it`)
  }
  if (!readFileSync(`${root}README.md`, 'utf8').includes(`${most} kB`)) {
    fail(`The readme does not say ${most} kB`)
  }
}

/** Bundle a program; gives its size in bytes, and the files that are in it. */
async function bundle(program) {
  const {outputFiles, metafile} = await build({
    stdin: {contents: program, resolveDir: root},
    bundle: true,
    format: 'esm',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false
  })
  const [{contents}] = outputFiles
  const [{inputs}] = Object.values(metafile.outputs)
  const names = Object.entries(inputs)
    .filter(([, {bytesInOutput}]) => bytesInOutput > 0)
    .map(([name]) => name)
  return {size: gzipSync(contents, {level: 9}).length, names}
}

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
