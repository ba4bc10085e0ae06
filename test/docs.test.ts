import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {fileURLToPath} from 'node:url'
import * as chatmd from 'chatmd'
import {type Chat, check, parse, stringify, type Turn} from 'chatmd'
import * as mdast from 'chatmd/mdast'
import {type ChatTree, parseTree, stringifyTree} from 'chatmd/mdast'
import * as remark from 'chatmd/remark'
import matter from 'gray-matter'
import {describe, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}
import {chatgptMd} from '../src/dialects/chatgpt-md/index.ts'
import {forEachLine, type Line} from '../src/scan/lines.ts'
import {scan} from '../src/scan/scan.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
]
const texts = new Map(
  files.map(file => [file, readFileSync(join(root, file), 'utf8')])
)
const readme = textOf('README.md')

function textOf(file: string): string {
  const text = texts.get(file)
  if (text === undefined) throw new Error(`Expected the file ${file}`)
  return text
}

/** Fenced code of a page. */
interface Block {
  lang: string
  value: string
  /** Name of a file, after the language. */
  name: string
  /** Line of its opening fence. */
  line: number
  /** Line of text after it. */
  after: string
}

function toBlocks(text: string): Array<Block> {
  const blocks = /^(`{3,}|~{3,})(\w*)(.*)\n([\s\S]*?)^\1$(?=\n*(.*))/gm
  return [...text.matchAll(blocks)].map(match => ({
    lang: match[2] ?? '',
    name: match[3]?.trim() ?? '',
    value: match[4] ?? '',
    line: text.slice(0, match.index).split('\n').length,
    after: match[5] ?? ''
  }))
}

function findBlocks(text: string, lang: string): Array<Block> {
  return toBlocks(text).filter(block => block.lang === lang)
}

/** Text of a page without fenced code. */
function toProse(text: string): string {
  return text.replace(/^(`{3,}|~{3,}).*\n[\s\S]*?^\1$/gm, '')
}

/** Text of a section, from its heading to the next of its rank or higher. */
function toSection(text: string, heading: string): string {
  const start = text.indexOf(`\n${heading}\n`)
  if (start === -1) throw new Error(`Expected a heading ${heading}`)
  const rank = heading.indexOf(' ')
  const rest = text.slice(start + 1 + heading.length)
  const end = rest.search(new RegExp(`\\n#{1,${rank}} `))
  return end === -1 ? rest : rest.slice(0, end)
}

describe('README.md', () => {
  test('should have at most 250 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(250)
  })

  test('should show what gray-matter changes', () => {
    const [diff] = findBlocks(toSection(readme, '## The problem'), 'diff')
    const {content, data} = matter(takeSide(diff, '-'))
    const printed = matter.stringify(content, {...data, temperature: 0})
    expect(printed).toBe(takeSide(diff, '+'))
  })

  test('should set the same key of the same note', () => {
    const [other, ours] = findBlocks(readme, 'diff')
    const note = takeSide(other, '-')
    const chat = parse(note)
    chat.config.temperature = 0
    const changed = note.replace(takeSide(ours, '-'), takeSide(ours, '+'))
    expect(changed).not.toBe(note)
    expect(stringify(chat)).toBe(changed)
    expect(findBlocks(readme, 'markdown')[0]?.value).toBe(note)
  })

  test('should have the two commands, each on its own', () => {
    const commands = findBlocks(toSection(readme, '## Development'), 'sh').map(
      block => block.value
    )
    expect(commands).toEqual([
      'npm ci && npm run demo\n',
      'npm ci && npm test\n'
    ])
    expect(packageJson.scripts).toHaveProperty('demo')
    expect(packageJson.scripts).toHaveProperty('test')
  })
})

describe('docs/api.md', () => {
  const api = textOf('docs/api.md')

  test.each([
    ['index', chatmd],
    ['mdast', mdast],
    ['remark', remark]
  ])('should name every export of `%s.ts`', (entry, module) => {
    const source = readFileSync(join(root, `src/${entry}.ts`), 'utf8')
    const names = [...source.matchAll(/\{([^}]*)\}/g)].flatMap(([, list]) =>
      (list ?? '')
        .split(',')
        .map(name => name.replace(/\btype\b|\w+ as default/, '').trim())
        .filter(name => name !== '')
    )
    const exported = Object.keys(module).filter(name => name !== 'default')
    expect(names).toEqual(expect.arrayContaining(exported))
    expect(names.filter(name => !api.includes(`\`${name}`))).toEqual([])
  })

  test('should have every option with its default', () => {
    const types = optionFiles
      .map(file => readFileSync(join(root, 'src', file), 'utf8'))
      .join('')
    const options = [
      ...types.matchAll(/\(default: (.+)\)\.\s+\*\/\n {2}(\w+)\?:/g)
    ]
    expect(options.map(([, , name]) => name)).toEqual([
      ...['dialect', 'position', 'rules'],
      ...['maxLength', 'file'],
      ...['remarkPlugins', 'extensions'],
      ...['mdastExtensions', 'toMarkdownExtensions'],
      ...['rules', 'onTurn']
    ])
    for (const name of new Set(options.map(([, , name]) => name))) {
      const lines = api
        .split('\n')
        .filter(line => line.startsWith(`- \`options.${name}\``))
      // Options of one name in two functions can have two defaults.
      const defaults = options
        .filter(option => option[2] === name)
        .map(([, value]) => `default: ${value}`)
      const missing = defaults.filter(
        value => !lines.some(line => line.includes(value))
      )
      expect(missing).toEqual([])
      expect(
        lines.filter(line => !defaults.some(value => line.includes(value)))
      ).toEqual([])
    }
  })
})

/** Files that have options. */
const optionFiles = [
  'tree.ts',
  'mdast/parse-content.ts',
  'mdast/markdown.ts',
  'remark/remark-chat.ts',
  'stream/create-parser.ts'
]

/** Take one side of a diff: `-` the text before, `+` the one after. */
function takeSide(diff: Block | undefined, side: '+' | '-'): string {
  const other = side === '+' ? '-' : '+'
  return (diff?.value ?? '')
    .split('\n')
    .filter(line => !line.startsWith(other))
    .map(line => line.slice(1))
    .join('\n')
}

/** Example of a page: input and result. */
interface Pair {
  line: number
  given: Block
  result: Block
}

function toPairs(file: string): Array<Pair> {
  const blocks = toBlocks(textOf(file)).filter(
    ({lang}) => lang === 'markdown' || lang === 'json'
  )
  return Array.from({length: blocks.length / 2}, (_, index) => {
    const given = blocks[index * 2] as Block
    const result = blocks[index * 2 + 1] as Block
    return {line: given.line, given, result}
  })
}

/** Read a block as a note, or as a tree. */
function readBlock({lang, value}: Block): string | Chat | ChatTree {
  return lang === 'markdown' ? value : JSON.parse(value)
}

/** Parse a note as the tree it is to be compared with was: to text, or mdast. */
function parseAs(tree: string | Chat | ChatTree, value: string) {
  const isTree =
    typeof tree === 'object' && tree.children.some(turn => 'children' in turn)
  return isTree ? parseTree(value) : parse(value)
}

describe.each(['docs/syntax.md', 'docs/syntax-tree.md'])('%s', file => {
  const pairs = toPairs(file)

  test('should have examples', () => {
    expect(pairs.length).toBeGreaterThan(5)
  })

  test.each(pairs)('should be right on line $line', ({given, result}) => {
    const from = readBlock(given)
    const to = readBlock(result)
    if (typeof from === 'string') {
      const tree = parseAs(to, from)
      const whole = typeof to === 'object' && to.position !== undefined
      expect(whole ? tree : bare(tree)).toEqual(to)
      expect(stringifyTree(tree)).toBe(from)
    } else {
      expect(stringifyTree(from)).toBe(to)
      expect(bare(parseAs(from, stringifyTree(from)))).toEqual(bare(from))
    }
  })

  test.each(pairs.filter(({result}) => result.after.startsWith('Problems: ')))(
    'should name the problems of line $line',
    ({given, result}) => {
      const found = check(String(readBlock(given))).map(({ruleId}) => ruleId)
      const named = [...result.after.matchAll(/\[`(.+?)`\]/g)].map(
        ([, ruleId]) => ruleId
      )
      expect(named).toEqual(found)
    }
  )
})

/** A tree without `raw` and `position`. */
function bare(tree: Chat | ChatTree): unknown {
  const hidden = new Set(['position', 'raw'])
  return JSON.parse(
    JSON.stringify(tree, (key, value) => (hidden.has(key) ? undefined : value))
  )
}

describe('docs/architecture.md', () => {
  const text = textOf('docs/architecture.md')

  test('should show what is found on the way of a note', () => {
    const [note] = findBlocks(text, 'markdown')
    const {value = ''} = note ?? {}
    const {frontmatter, turns} = scan(value, chatgptMd)
    const startEnd = turns[0]?.start ?? value.length
    const lines: Array<Line> = []
    forEachLine(value, frontmatter?.end ?? 0, chatgptMd, {
      takeLine: line => lines.push(line),
      takeText() {},
      canPassCode: () => false
    })
    const shown = [
      ...lines.map(({kind, start, end}) => `${kind}  ${start}–${end}\n`),
      `start  0–${startEnd}\n`,
      ...turns.map(
        ({start, end, bodyStart, bodyEnd}) =>
          `turn  ${start}–${end}  body ${bodyStart}–${bodyEnd}\n`
      ),
      ...turns.flatMap(({boundary}) =>
        boundary ? [`boundary  ${boundary.start}–${boundary.end}  `] : []
      ),
      `from offset ${frontmatter?.yamlStart} to ${frontmatter?.yamlEnd}`
    ]
    expect(shown.filter(line => !text.includes(line))).toEqual([])
    const tree = parse(value)
    const answer = tree.children[1] as Turn
    const open = `open ${JSON.stringify(answer.raw?.open)}`
    expect(text).toContain(open)
    answer.value = '```'
    const hard = parse(stringify(tree)).children[1]?.raw?.open
    expect(hard).not.toBe(answer.raw?.open)
    expect(text).toContain(`open ${JSON.stringify(hard)}`)
  })

  test('should say what each dependency is for', () => {
    const section = toSection(text, '## Dependencies')
    const named = [...section.matchAll(/^\| (`.+`) \| /gm)].flatMap(
      ([, cell]) =>
        [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name)
    )
    const {dependencies, devDependencies} = packageJson
    expect(named.sort()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort()
    )
  })
})

describe.each(files)('links of %s', file => {
  const prose = toProse(textOf(file))
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
    .map(([, inline, defined]) => toLocal(inline ?? defined ?? '', file))
    .filter(link => !/^https:/.test(link))

  test('should resolve', () => {
    expect(links.filter(link => !resolves(file, link))).toEqual([])
  })

  test('should have definitions for references', () => {
    const definitions = [...prose.matchAll(/^\[([^\]]+)\]: /gm)].map(
      ([, label]) => label
    )
    const references = [...prose.matchAll(/\[([^\]]+)\]\[([^\]]*)\]/g)].map(
      ([, text, label]) => label || text
    )
    expect(definitions).toEqual(expect.arrayContaining(references))
    expect(references).toEqual(expect.arrayContaining(definitions))
  })
})

/** Find the file of this repository that an address names, if it is in a folder. */
function toLocal(link: string, file: string): string {
  const address = 'https://github.com/chatmd/chatmd/'
  const [, path] =
    /^(?:blob|tree)\/main\/(\w+\/.+|spec)$/.exec(
      link.startsWith(address) ? link.slice(address.length) : ''
    ) ?? []
  return path === undefined ? link : posix.relative(posix.dirname(file), path)
}

function resolves(file: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? file : posix.join(posix.dirname(file), path)
  if (anchor === undefined) {
    return existsSync(join(root, target))
  }
  return texts.has(target) && toAnchors(textOf(target)).includes(anchor)
}

/** Anchors of the headings of a page, as they are made of their text. */
function toAnchors(text: string): Array<string> {
  return [...toProse(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replace(/ /g, '-')
  )
}
