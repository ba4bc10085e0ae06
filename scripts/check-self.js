// Check the notes of this project as `chatmd check` does, and see that they have
// just the errors and warnings that are listed here, and that all its pages are
// printed again byte for byte. Runs after a build.

import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import process from 'node:process'
import {check, detect, parse, stringify} from 'chatmd'
import {root} from './package.js'

/**
 * Notes, and how many errors and warnings of which rule each has on purpose.
 *
 * @type {Record<string, Record<string, number>>}
 */
const expected = {
  // It tells how to write a question, and shows a delimiter and a header.
  'examples/chat.md': {'delimiter-in-code': 1, 'role-marker-in-content': 1},
  'examples/egg.md': {},
  'examples/links.md': {}
}

const found = {}
for (const path of findPages()) {
  const value = readFileSync(`${root}/${path}`, 'utf8')
  if (stringify(parse(value)) !== value) fail(`${path} is printed otherwise`)
  // Pages about the format quote it, and are no chats.
  if (isChat(value)) found[path] = countProblems(value)
}
for (const path of new Set([...Object.keys(expected), ...Object.keys(found)])) {
  compare(path, found[path], expected[path])
}
if (!process.exitCode) {
  console.log(`${Object.keys(found).length} notes have no unexpected problems`)
}

/** Find all pages but fixtures, whose problems stand in files beside them. */
function findPages() {
  const argv = ['ls-files', '*.md', ':!test/fixtures']
  const {stdout} = spawnSync('git', argv, {cwd: root, encoding: 'utf8'})
  return stdout.trim().split('\n')
}

function isChat(value) {
  return detect(value).some(({confidence}) => confidence >= 0.9)
}

/** Count all but what is only worth to know, which fails nothing. */
function countProblems(value) {
  const counts = {}
  for (const {fatal, ruleId} of check(value)) {
    if (fatal !== undefined) counts[ruleId] = (counts[ruleId] ?? 0) + 1
  }
  return counts
}

function compare(path, actual, wanted) {
  if (!actual) return fail(`Missing chat \`${path}\``)
  if (!wanted)
    return fail(`Unexpected chat \`${path}\`, expected it in the list`)
  const [is, was] = [actual, wanted].map(counts =>
    JSON.stringify(Object.entries(counts).sort())
  )
  if (is !== was)
    fail(`Unexpected problems ${is} in \`${path}\`, expected ${was}`)
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exitCode = 1
}
