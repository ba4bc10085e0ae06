// Measure imports in a bundle for browsers, minified and gzipped, and make sure
// that none is larger than its ceiling, which `docs/api.md` names.

import {readFileSync} from 'node:fs'
import process from 'node:process'
import {bundle, imports} from './bundle.js'

const api = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8')

for (const {program, most, remark} of Object.values(imports)) {
  const {size, hasRemark} = await bundle(program)
  console.log(`${(size / 1000).toFixed(1)} kB of ${most} kB: ${program}`)
  if (size > most * 1000) fail(`${program} costs more than ${most} kB`)
  if (hasRemark !== remark) {
    fail(`${program} has ${remark ? 'no ' : ''}remark in it`)
  }
  if (!api.includes(`${most} kB`)) fail(`The API reference lacks ${most} kB`)
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exitCode = 1
}
