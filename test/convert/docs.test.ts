import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import * as chatmd from 'chatmd'
import * as convert from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

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

/** Formats, by the file that exports each. */
const formats = [...sources].flatMap(([path, source]) => {
  const [, id] = /: Format = \{\s+id: '([a-z-]+)'/.exec(source) ?? []
  return id === undefined ? [] : [{id, path}]
})

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

describe.each(formats)('section of $id', ({id, path}) => {
  test('should say what is kept, changed, and lost', () => {
    expect(toSection(id)).toMatch(
      /\n\*\*Kept\*\*\n\n- [\s\S]+\n\*\*Changed\*\*\n\n- [\s\S]+\n\*\*Lost\*\*\n\n- /
    )
  })

  test('should list the losses that its source has', () => {
    const lost = toLost(id)
    const own = findCodes(findImports(path, false))
    expect(own.filter(code => !lost.includes(code))).toEqual([])
    const all = findCodes(findImports(path, true))
    expect(lost.filter(code => !all.includes(code))).toEqual([])
  })
})

test('should name every function', () => {
  const names = Object.entries(convert)
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

/** Examples with what they print, which is the next block. */
const examples = [
  ...page.matchAll(/\n```js\n([\s\S]*?)\n```\n\n```text\n([\s\S]*?)```\n/g)
].map(([, code = '', printed = '']) => ({code, printed}))

test('should have examples', () => {
  expect(examples.length).toBeGreaterThan(1)
})

test.each(examples)('should run the example $#', async ({code, printed}) => {
  let out = ''
  const modules: Record<string, unknown> = {
    chatmd,
    'chatmd/convert': convert,
    'zod/mini': z
  }
  const body = code
    .replace(/^import \* as (\w+) from '(.+)'$/gm, "const $1 = modules['$2']")
    .replace(/^import (\{.+\}) from '(.+)'$/gm, "const $1 = modules['$2']")
  const run = new Function('modules', 'console', 'process', body)
  const print = (...values: Array<string>) => (out += `${values.join(' ')}\n`)
  const write = (value: string) => (out += value)
  run(modules, {log: print}, {stdout: {write}})
  expect(out).toBe(printed)
})
