// Check the notes of this project as `chatmd check` does, and see that they have
// just the errors and warnings that are listed here, and that all its pages are
// printed again byte for byte. Runs after a build.

import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import process from 'node:process'
import {check, detect, parse, stringify} from 'chatmd'
import {root} from './package.js'

/**
 * How many errors and warnings of which rule a note has on purpose.
 *
 * @type {Record<string, Record<string, number>>}
 */
const expected = {
  // It tells how to write a question, and shows a delimiter and a header.
  'examples/chat.md': {'delimiter-in-code': 1, 'role-marker-in-content': 1}
}

const unseen = new Set(Object.keys(expected))
let notes = 0
for (const path of findPages()) {
  const value = readFileSync(`${root}/${path}`, 'utf8')
  if (stringify(parse(value)) !== value) fail(`${path} is printed otherwise`)
  if (isChat(value)) {
    checkNote(path, value)
    notes++
  } else if (path.startsWith('examples/')) {
    fail(`Unexpected page \`${path}\`, expected a chat`)
  }
}
for (const path of unseen) fail(`Missing chat \`${path}\``)
if (!process.exitCode) console.log(`${notes} notes have no unexpected problems`)

/** Find all pages but fixtures, whose problems stand in files beside them. */
function findPages() {
  const argv = ['ls-files', '*.md', ':!test/fixtures']
  const {stdout} = spawnSync('git', argv, {cwd: root, encoding: 'utf8'})
  return stdout.trim().split('\n')
}

/** Pages about the format quote it, and are no chats. */
function isChat(value) {
  return detect(value).some(({confidence}) => confidence >= 0.9)
}

function checkNote(path, value) {
  unseen.delete(path)
  const counts = {}
  for (const {fatal, ruleId} of check(value)) {
    // What is only worth to know fails nothing.
    if (fatal !== undefined) counts[ruleId] = (counts[ruleId] ?? 0) + 1
  }
  const [is, was] = [counts, expected[path] ?? {}].map(toText)
  if (is !== was) fail(`Unexpected ${is} in \`${path}\`, expected ${was}`)
}

function toText(counts) {
  const list = Object.entries(counts).sort()
  return list.map(([id, count]) => `${count} × ${id}`).join(', ') || 'nothing'
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exitCode = 1
}
