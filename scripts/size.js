// Find what imports cost a bundle for browsers, minified and gzipped, and make
// sure that none costs more than its ceiling, which a page names.

import {readFileSync} from 'node:fs'
import process from 'node:process'
import {bundle, imports} from './bundle.js'

const root = new URL('..', import.meta.url)

for (const {program, most, page, remark, without} of Object.values(imports)) {
  const {code, size, hasRemark} = await bundle(program)
  console.log(`${(size / 1000).toFixed(1)} kB of ${most} kB: ${program}`)
  if (size > most * 1000) fail(`${program} costs more than ${most} kB`)
  if (hasRemark !== remark) {
    fail(`${program} has ${remark ? 'no ' : ''}remark in it`)
  }
  const text = new TextDecoder().decode(code)
  for (const part of without.filter(part => text.includes(part))) {
    fail(`${program} has \`${part}\` in it`)
  }
  if (!readFileSync(new URL(page, root), 'utf8').includes(`${most} kB`)) {
    fail(`${page} does not say ${most} kB`)
  }
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exitCode = 1
}
