// Measure chatmd and its peers, and write `docs/benchmarks.md`.
// Usage: npm run bench -- [--check] [--only=<text>], after a build.
// `--check` measures the budgets only, and exits 1 if one does not hold; `--only`
// leaves out the budgets whose name does not hold the text. One that does not hold
// is measured up to three times, and its least ratio counts: a busy neighbor on
// the same machine makes ratios larger for a minute, and nothing makes them less.

import {writeFileSync} from 'node:fs'
import process from 'node:process'
import {budgets} from './budgets.js'
import {toReport} from './report.js'

const check = process.argv.includes('--check')
const only = process.argv.find(value => value.startsWith('--only='))?.slice(7)

const rows = []
for (const budget of budgets) {
  if (only && !budget.name.includes(only)) continue
  const value = await measure(budget)
  const holds = value <= budget.most
  rows.push({...budget, value, holds})
  const sign = holds ? 'holds' : 'FAILS'
  console.log(
    `${sign}  ${value.toFixed(3)} of ${budget.most.toFixed(3)}  ${budget.name}`
  )
}
const failed = rows.filter(({holds}) => !holds)
if (check) {
  for (const {name} of failed) console.error(`Over its budget: ${name}`)
  process.exitCode = failed.length > 0 ? 1 : 0
} else {
  const report = await toReport(rows)
  writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), report)
  console.log(report)
}

/** @param {import('./budgets.js').Budget} budget */
async function measure({measure, most}) {
  let value = await measure()
  for (let again = 0; again < 2 && value > most; again++) {
    value = Math.min(value, await measure())
  }
  return value
}
