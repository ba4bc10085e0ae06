// Runs each example of the readme and of `docs/` as a reader would: in an empty
// project that has just the packages of the `npm install` lines beside it.
// TypeScript checks all of them as strictly as it can, and the output has to be
// the one that the page shows. Runs after a build.
// Usage: npm run examples -- [page …]

import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readPage} from './examples/read-page.js'
import {run} from './examples/run.js'
import {useProject} from './examples/use-project.js'

const root = fileURLToPath(new URL('../', import.meta.url))

// Note: a block of JavaScript in there is a note, too large to show as such.
const withoutExamples = new Set(['docs/problems.md'])

const pages =
  process.argv.length > 2 ? process.argv.slice(2) : await findPages()
const folder = await mkdtemp(join(tmpdir(), 'chatmd-examples-'))

try {
  const projects = groupByPackages(await readExamples())
  if (projects.size === 0) throw new Error('Expected an example')
  const tarball = await pack()
  // Note: two at a time, because npm and `tsc` leave a second core alone.
  const queue = [...projects].map((entry, index) => [index, ...entry])
  await Promise.all([work(queue, tarball), work(queue, tarball)])
} finally {
  await rm(folder, {recursive: true})
}

async function findPages() {
  const names = await readdir(join(root, 'docs'), {recursive: true})
  return ['README.md', ...names.sort().map(name => `docs/${name}`)].filter(
    name => name.endsWith('.md') && !withoutExamples.has(name)
  )
}

async function readExamples() {
  const sections = await Promise.all(
    pages.map(async page =>
      readPage(page, await readFile(join(root, page), 'utf8'))
    )
  )
  return sections.flat()
}

/** Put sections that need the same packages together: one install for all. */
function groupByPackages(sections) {
  const projects = new Map()
  for (const section of sections) {
    const key = section.packages.join(' ')
    projects.set(key, [...(projects.get(key) ?? []), section])
  }
  return projects
}

async function pack() {
  const flags = ['--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = JSON.parse(await run(root, 'npm', 'pack', ...flags))
  return join(folder, packed.filename)
}

async function work(queue, tarball) {
  let next = queue.shift()
  while (next) {
    const [index, key, sections] = next
    const cwd = join(folder, String(index))
    const {lines, failures} = await useProject({root, cwd, tarball, sections})
    console.log(`npm install ${key}\n${lines.join('\n')}\n`)
    for (const failure of failures) console.error(failure)
    if (failures.length > 0) process.exitCode = 1
    next = queue.shift()
  }
}
