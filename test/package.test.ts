import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {check} from 'chatmd'
import {describe, expect, test} from 'vitest'
import packageJson from '../package.json' with {type: 'json'}

const root = fileURLToPath(new URL('..', import.meta.url))
const {homepage} = packageJson

describe('address', () => {
  const pages = [...list('.', /\.md$/), ...list('docs', /\.md$/)]
  const addresses = pages.flatMap(page =>
    [
      ...read(page).matchAll(
        /https:\/\/github\.com\/[^/\s]+\/chatmd\b[^\s)>`]*/g
      )
    ].map(([address]) => ({page, address}))
  )

  test('should be that of the repository and of its issues', () => {
    expect(packageJson.repository.url).toBe(`git+${homepage}.git`)
    expect(packageJson.bugs.url).toBe(`${homepage}/issues`)
  })

  test('should be the same in problems', () => {
    const [problem] = check('---\ntemperature: hot\n---\n')
    expect(problem?.url).toBe(
      `${homepage}/blob/main/docs/problems.md#invalid-config`
    )
  })

  test('should be the same on each page', () => {
    const others = addresses.filter(
      ({address}) => address !== homepage && !address.startsWith(`${homepage}/`)
    )
    expect(others).toEqual([])
  })

  test('should lead to files that the repository has', () => {
    const start = `${homepage}/blob/main/`
    const missing = addresses.filter(({address}) => {
      const path = address.slice(start.length).replace(/#.*/, '')
      return address.startsWith(start) && isMissing(path)
    })
    expect(missing).toEqual([])
  })
})

describe.each(['CONTRIBUTING.md', 'SECURITY.md'])('%s', page => {
  const text = read(page)

  test('should link to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https:|#)([^)#]+)/g)]
    const paths = links.map(([, path = '']) => path)
    expect(paths).not.toEqual([])
    expect(paths.filter(isMissing)).toEqual([])
  })

  test('should name files and folders that are there', () => {
    const spans = [...text.matchAll(/(?:src|test|docs|scripts)\/[\w./-]+/g)]
    const paths = spans.map(([path]) => path)
    expect(paths).not.toEqual([])
    // Files that a reader is to write.
    const missing = paths.filter(path => !path.includes('your-name'))
    expect(missing.filter(isMissing)).toEqual([])
  })

  test('should name scripts that are there', () => {
    const names = [...text.matchAll(/npm run ([\w:-]+)/g)]
    const scripts = names.map(([, name]) => name ?? '')
    expect(scripts).not.toEqual([])
    expect(scripts.filter(name => !(name in packageJson.scripts))).toEqual([])
  })
})

describe.each(list('.github/workflows', /\.yml$/))('%s', path => {
  test('should use actions by a commit, with its version', () => {
    const uses = read(path).match(/^.*\buses:.*$/gm) ?? []
    const loose = uses.filter(
      line => !/uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line)
    )
    expect(uses).not.toEqual([])
    expect(loose).toEqual([])
  })
})

/** Paths of the files of a folder that match. */
function list(folder: string, name: RegExp): Array<string> {
  return readdirSync(join(root, folder))
    .filter(file => name.test(file))
    .map(file => join(folder, file))
}

function isMissing(path: string): boolean {
  return !existsSync(join(root, path))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
