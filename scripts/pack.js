// Packs the package, installs it into an empty project as anybody would, and
// uses it there: files, links, `import`, `require`, types and bin.

import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {npm, run} from './command.js'
import {findBrokenLinks} from './find-broken-links.js'
import {installPackage, root} from './package.js'

/** Files of the package, beside all that git tracks in `docs` and `examples`. */
const expected = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/chunk-*.js',
  'dist/chunk-*.js.map',
  'dist/cli.LICENSES.txt',
  'dist/cli.js',
  'dist/cli/*.js',
  'dist/convert.d.ts',
  'dist/convert.js',
  'dist/convert.js.map',
  'dist/gemini-takeout.d.ts',
  'dist/gemini-takeout.js',
  'dist/gemini-takeout.js.map',
  'dist/import-options-*.d.ts',
  'dist/index.d.ts',
  'dist/index.js',
  'dist/index.js.map',
  'dist/mdast.d.ts',
  'dist/mdast.js',
  'dist/mdast.js.map',
  'dist/remark.d.ts',
  'dist/remark.js',
  'dist/remark.js.map',
  'dist/sanitize-schema-*.d.ts',
  'dist/tree-*.d.ts',
  'package.json'
]

const consumer = `
const note: string = stringify(parse('Hi'))
const roles: Array<string> = parse(note).children.map(turn => turn.role)
const chat: Chat = {
  type: 'chat',
  config: {model: 'gpt-4o'},
  children: [{type: 'turn', role: 'user', value: 'Hi'}]
}
const problems: Array<string | undefined> = check(stringify(chat)).map(
  message => message.ruleId
)
if (roles.length !== 1 || problems.length > 9) throw new Error('broken')
// @ts-expect-error: a number is no note.
parse(1)
`

const tsconfig = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2022',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true
  },
  files: ['import.mts', 'require.cts']
}

const uses = {
  'package.json': '{"private": true}\n',
  'tsconfig.json': JSON.stringify(tsconfig),
  'import.mts': `import {type Chat, check, parse, stringify} from 'chatmd'\nimport {type Loss, type OpenaiRequest, toMessages, toOpenai} from 'chatmd/convert'\nimport {fromGeminiTakeout} from 'chatmd/gemini-takeout'\nimport {type ChatTree, parseContent, parseTree} from 'chatmd/mdast'\nimport remarkChat, {type RemarkChatOptions} from 'chatmd/remark'\nconst losses: Array<Loss> = []\nif (toMessages(parse('Hi'), {onLoss: loss => losses.push(loss)}).length !== 1) throw new Error('broken')\nconst request: OpenaiRequest = toOpenai(parse('Hi'))\nif (request.messages.length !== 1 || fromGeminiTakeout([]).length !== 0) throw new Error('broken')\nconst tree: ChatTree = parseTree('Hi')\nconst options: RemarkChatOptions = {rules: {'unknown-role': false}}\nif (!remarkChat || !options || parseContent('Hi').children.length !== tree.children.length) throw new Error('broken')\n${consumer}`,
  'require.cts': `import chatmd = require('chatmd')\ntype Chat = chatmd.Chat\nconst {check, parse, stringify} = chatmd\n${consumer}`,
  'import.mjs': `import {parse, stringify} from 'chatmd'\nimport {fromOpenai, toMessages, toOpenai} from 'chatmd/convert'\nimport {fromGeminiTakeout} from 'chatmd/gemini-takeout'\nimport {parseContent} from 'chatmd/mdast'\nimport rows from 'chatmd/ndjson.schema.json' with {type: 'json'}\nimport schema from 'chatmd/config.schema.json' with {type: 'json'}\nif (stringify(parse('Hi')) !== 'Hi' || parseContent('Hi').children.length !== 1 || !schema.properties.model || !rows.properties.turns || toMessages(parse('Hi')).length !== 1 || fromOpenai(toOpenai(parse('Hi'))).children.length !== 1 || fromGeminiTakeout([]).length !== 0) throw new Error('broken')\n`,
  'require.cjs': `const {parse, stringify} = require('chatmd')\nif (stringify(parse('Hi')) !== 'Hi') throw new Error('broken')\n`
}

const tsc = join(root, 'node_modules/typescript/bin/tsc')
const folder = await mkdtemp(join(tmpdir(), 'chatmd-pack-'))
try {
  await useIn(folder)
} finally {
  await rm(folder, {recursive: true})
}

async function useIn(cwd) {
  for (const [name, value] of Object.entries(uses)) {
    await writeFile(join(cwd, name), value)
  }
  const {paths, size, unpackedSize, version} = installPackage(cwd)
  step('files', () => assertFiles(paths))
  await checkLinks(join(cwd, 'node_modules/chatmd'))
  await checkMaps(paths.filter(path => /^dist\/[^/]+\.js\.map$/.test(path)))
  step('import', () => run(process.execPath, ['import.mjs'], cwd))
  // Note: Node 20 has `require` of ES modules since 20.19.
  if (process.features.require_module) {
    step('require', () => run(process.execPath, ['require.cjs'], cwd))
  }
  step('types', () => run(process.execPath, [tsc], cwd))
  const bin = npm(cwd, 'exec', '--offline', '--', 'chatmd', '--version')
  step('bin', () => assertEqual(bin.stdout.trim(), version))
  console.log(`${size} bytes packed, ${unpackedSize} bytes unpacked`)
}

/** See that the package holds what it should, and nothing left lying about. */
function assertFiles(paths) {
  // Names of what entries share end in a hash, and there may be several; the
  // command line has a file for each thing that it loads when asked for.
  const names = paths.map(path =>
    path
      .replace(/^(dist\/cli\/)[\w-]+-\w{8}(?=\.js$)/, '$1*')
      .replace(/-[\w-]{8}(?=\.(?:js|js\.map|d\.ts)$)/, '-*')
  )
  const {stdout} = run('git', ['ls-files', 'docs', 'examples'], root)
  const wanted = [...expected, ...stdout.trim().split('\n')].sort()
  assertEqual([...new Set(names)].sort().join('\n'), wanted.join('\n'))
}

/** See that each link to a file of ours works where the package is installed. */
async function checkLinks(folder) {
  const broken = await findBrokenLinks(folder)
  if (broken.length > 0) {
    throw new Error(`Missing files that pages link to:\n${broken.join('\n')}`)
  }
  console.log('links: work')
}

/** See that a debugger finds each source in its map: `src` is not packed. */
async function checkMaps(paths) {
  for (const path of paths) {
    const map = JSON.parse(await readFile(join(root, path), 'utf8'))
    for (const [index, source] of map.sources.entries()) {
      if (map.sourcesContent?.[index]) continue
      throw new Error(`Missing text of \`${source}\` in \`${path}\``)
    }
  }
  console.log(`${paths.length} source maps: work`)
}

function step(name, use) {
  use()
  console.log(`${name}: works`)
}

function assertEqual(actual, wanted) {
  if (actual === wanted) return
  throw new Error(`Unexpected:\n${actual}\n\nexpected:\n${wanted}`)
}
