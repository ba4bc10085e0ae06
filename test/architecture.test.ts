import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Files and folders: each imports those before it only, types included. */
const stages = [
  'assert-type.ts',
  'assert-options.ts',
  'edit.ts',
  'text/',
  'problem.ts',
  'yaml/',
  'dialects/meta.ts',
  'dialects/boundary.ts',
  'dialects/note.ts',
  'dialects/rule.ts',
  'dialects/sent.ts',
  'dialects/dialect.ts',
  'dialects/chatgpt-md/',
  'default-dialect.ts',
  'tree.ts',
  'scan/',
  'frontmatter/',
  'read-note.ts',
  'find-problems.ts',
  'detect.ts',
  'parse.ts',
  'stream/',
  'has-children.ts',
  'print/',
  'stringify.ts',
  'append.ts',
  'edits.ts',
  'check/',
  'mdast/',
  'remark/',
  'index.ts',
  'mdast.ts',
  'remark.ts',
  'convert/',
  'convert.ts',
  'gemini-takeout.ts',
  'cli/'
]

/**
 * Who may import from the folder of a dialect: comment blocks as mdast are an
 * extension for one dialect.
 */
const namesDialects =
  /^(?:dialects\/|default-dialect\.ts|tree\.ts|index\.ts|mdast\/comment-|cli\/)/

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .sort()

const imports = files.flatMap(file =>
  [
    ...readFileSync(join(src, file), 'utf8').matchAll(
      /(?:from|import\()\s*'(\.[^']+)'/g
    )
  ].map(([, path = '']) => ({
    file,
    target: relative(src, resolve(src, dirname(file), path))
  }))
)

/** Find the stage of a file. */
function stageOf(path: string): number {
  return stages.findIndex(
    stage => path === stage || (stage.endsWith('/') && path.startsWith(stage))
  )
}

describe('src', () => {
  test('should have files and imports', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(300)
  })

  test('should have a stage for each file', () => {
    expect(files.filter(file => stageOf(file) === -1)).toEqual([])
  })

  test('should import from stages before only', () => {
    // Two files of the same room are for the linter, which finds cycles.
    const wrong = imports.filter(
      ({file, target}) =>
        stageOf(target) > stageOf(file) && !target.endsWith('package.json')
    )
    expect(wrong.map(({file, target}) => `${file} → ${target}`)).toEqual([])
  })

  test('should know the folder of a dialect in few places', () => {
    const wrong = imports.filter(
      ({file, target}) =>
        /^dialects\/.+\//.test(target) && !namesDialects.test(file)
    )
    expect(wrong.map(({file, target}) => `${file} → ${target}`)).toEqual([])
  })

  test('should have small files', () => {
    const lengths = files
      .map(file => readFileSync(join(src, file), 'utf8').split('\n').length - 1)
      .sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80)
    expect(lengths[lengths.length - 1]).toBeLessThanOrEqual(250)
  })
})
