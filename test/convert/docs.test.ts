import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import * as convert from 'chatmd/convert'
import * as takeout from 'chatmd/gemini-takeout'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {anyMessages} from '../util/conversation.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const src = join(root, 'src/convert')
const page = readFileSync(join(root, 'docs/conversions.md'), 'utf8')

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
const sources = new Map(
  files.map(path => [path, readFileSync(join(src, path), 'utf8')])
)

/** Files of messages and parts, whose losses are those of all formats. */
const shared = new Set(
  files.filter(
    path =>
      path.startsWith('parts/') ||
      /^(?:fold|from-messages|message-meta|read-sent|resolve-links|to-messages)\.ts$/.test(
        path
      )
  )
)

const codes = [
  ...(sources.get('loss.ts') ?? '').matchAll(/^ {2}\| '([a-z-]+)'$/gm)
].map(([, code = '']) => code)

/** Codes of shared files that a format does not report, since it keeps these. */
const keptAnyway = new Map([
  ['ai-sdk', ['url-unsupported']],
  ['ai-sdk-ui', ['id', 'model', 'name', 'time', 'weight', 'url-unsupported']],
  ['gemini', ['tool-id-made']],
  ['langchain', ['id', 'model', 'name', 'url-unsupported']],
  ['otel', ['name', 'url-unsupported']],
  ['sharegpt', ['tool-id-made']]
])

/** Whether a format keeps the subject of a code. */
function isKept(id: string, code: string): boolean {
  const kept = keptAnyway.get(id) ?? []
  return kept.some(name => code === name || code === `${name}-dropped`)
}

/** Formats, by the file that exports each. */
const formats = [...sources].flatMap(([path, source]) => {
  const [, id] = /: Format = \{\s+id: '([a-z-]+)'/.exec(source) ?? []
  return id === undefined ? [] : [{id, path}]
})

/** All that is exported for conversions. */
const exported = {...convert, ...takeout}

/** Formats, as they are exported. */
const allFormats = Object.values<object>(exported).filter(
  (value): value is convert.Format => 'id' in value && 'kind' in value
)

/** Text of a section, from its heading to the next of its rank. */
function toSection(heading: string): string {
  const start = page.indexOf(`\n## ${heading}\n`)
  expect(start, `a section for ${heading}`).not.toBe(-1)
  const rest = page.slice(start + 4)
  const end = rest.indexOf('\n## ')
  return end === -1 ? rest : rest.slice(0, end)
}

/** Codes that a section says are lost. */
function toLost(heading: string): Array<string> {
  const [, lost] = /\n\*\*Lost\*\*\n\n([\s\S]*)/.exec(toSection(heading)) ?? []
  expect(lost, `a list of losses for ${heading}`).toBeDefined()
  const named = [...(lost ?? '').matchAll(/`([a-z-]+)`/g)].map(
    ([, name = '']) => name
  )
  return named.filter(name => codes.includes(name))
}

/** Find a file and all that it imports, with the shared ones or without. */
function findImports(
  path: string,
  withShared: boolean,
  found: Set<string> = new Set()
): Set<string> {
  if (found.has(path) || (!withShared && shared.has(path))) return found
  const source = sources.get(path)
  if (source === undefined || path === 'loss.ts') return found
  found.add(path)
  for (const [, target = ''] of source.matchAll(/from '(\.[^']+)'/g)) {
    const file = relative(src, resolve(src, dirname(path), target))
    findImports(file, withShared, found)
  }
  return found
}

/** Codes that are in files. */
function findCodes(paths: Iterable<string>): Array<string> {
  const text = [...paths].map(path => sources.get(path)).join('\n')
  return codes.filter(code => text.includes(`'${code}'`))
}

test('should have files, codes and formats', () => {
  expect(codes.length).toBeGreaterThan(20)
  expect(formats.map(({id}) => id)).toEqual(
    expect.arrayContaining(['json', 'tree', 'ndjson', 'turns'])
  )
})

test('should explain each code of a loss', () => {
  const rows = [
    ...toSection('Losses').matchAll(/^\| `([a-z-]+)` \| .+ \|$/gm)
  ].map(([, code]) => code)
  expect(rows).toEqual(codes)
})

test('should list the losses of messages', () => {
  expect(new Set(toLost('Messages'))).toEqual(new Set(findCodes(shared)))
})

test('should list each format with its functions and its kind', () => {
  const rows = [
    ...toSection('Formats').matchAll(
      /^\| \[`([a-z-]+)`\]\(#([a-z-]+)\) \| .+ \| (.*)\| (.*)\| `([a-z]+)` \|$/gm
    )
  ].map(([, ...cells]) => cells.map(cell => cell.trim()))
  expect(rows.map(([id]) => id).sort()).toEqual(
    allFormats.map(({id}) => id).sort()
  )
  for (const [id, anchor, to, from, kind] of rows) {
    const format = allFormats.find(format => format.id === id)
    const name = id?.replace(/(?:^|-)([a-z])/g, (_, start: string) =>
      start.toUpperCase()
    )
    expect(anchor).toBe(id)
    expect(kind).toBe(format?.kind)
    expect(to).toBe(format?.to ? `\`to${name}\`` : '')
    expect(from).toBe(format?.from ? `\`from${name}\`` : '')
    const functions = `${to} ${from}`.match(/\w+/g) ?? []
    expect(Object.keys(exported)).toEqual(expect.arrayContaining(functions))
  }
})

describe.each(formats)('section of $id', ({id, path}) => {
  test('should say what is kept, changed, and lost', () => {
    expect(toSection(id)).toMatch(
      /\n\*\*Kept\*\*\n\n- [\s\S]+\n\*\*Changed\*\*\n\n- [\s\S]+\n\*\*Lost\*\*\n\n- /
    )
  })

  test('should list the losses that its source has', () => {
    const lost = toLost(id)
    const own = findCodes(findImports(path, false))
    const unsaid = own.filter(code => !lost.includes(code) && !isKept(id, code))
    expect(unsaid).toEqual([])
    expect(lost.filter(code => isKept(id, code))).toEqual([])
    const all = findCodes(findImports(path, true))
    expect(lost.filter(code => !all.includes(code))).toEqual([])
  })
})

/** Settings that ChatGPT MD sends, so that each has to be kept or lost. */
const anyConfig = {
  ...{model: 'm', temperature: 1.5, top_p: 1, max_tokens: 1, stop: 'x'},
  ...{n: 2, stream: true, presence_penalty: 1, frequency_penalty: 1},
  ...{user: 'u', logit_bias: {a: 'b'}}
}

describe('losses of chats of any kind', () => {
  const common = [...toLost('Messages'), ...toLost('json')]
  const chats = fc
    .sample(anyMessages, {numRuns: 300, seed: 1})
    .map(messages => convert.fromMessages(messages, {config: anyConfig}))
  const writers = allFormats.flatMap(({id, to}) => (to ? [{id, to}] : []))

  test.each(writers)('should all be in the section of $id', ({id, to}) => {
    const codes = new Set<string>()
    for (const chat of chats) {
      const escaped = {specialTokens: 'escape' as const}
      to(chat, {...escaped, onLoss: ({code}) => codes.add(code)})
    }
    const known = [...common.filter(code => !isKept(id, code)), ...toLost(id)]
    expect([...codes].filter(code => !known.includes(code))).toEqual([])
    const keepsAll = id === 'json' || id === 'tree'
    expect(codes.size === 0).toBe(keepsAll)
  })
})

test('should name every function', () => {
  const names = Object.entries(exported)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
  expect(names.filter(name => !page.includes(`\`${name}`))).toEqual([])
})

test('should read the parts that it shows, and write them', () => {
  const section = toSection('Parts')
  const [, note = ''] = /\n````markdown\n([\s\S]*?)\n````\n/.exec(section) ?? []
  const [, json = ''] = /\n```json\n(\[[\s\S]*?)\n```\n/.exec(section) ?? []
  const parts: Array<convert.Part> = JSON.parse(json)
  expect(convert.toParts(note)).toEqual(parts)
  expect(convert.fromParts(parts)).toBe(note)
})
