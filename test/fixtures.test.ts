import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {check, parse, stringify} from 'chatmd'
import {VFile} from 'vfile'
import {reporter} from 'vfile-reporter'
import {describe, expect, test} from 'vitest'

const folder = new URL('fixtures/', import.meta.url)
const names = readdirSync(folder)

/** Expect the content of a file of a fixture; with `UPDATE=1`, write it. */
function expectFile(name: string, value: string): void {
  const url = new URL(name, folder)
  if (process.env.UPDATE) writeFileSync(url, value)
  expect(value).toBe(readFileSync(url, 'utf8'))
}

describe('fixtures', () => {
  test('should be there', () => {
    expect(names.length).toBeGreaterThan(20)
  })

  test.each(names)('should read, print, and check %s', name => {
    const bytes = readFileSync(new URL(`${name}/input.md`, folder))
    const decoder = new TextDecoder('utf-8', {ignoreBOM: true, fatal: true})
    const value = decoder.decode(bytes)
    const tree = parse(value)
    expectFile(`${name}/tree.json`, `${JSON.stringify(tree, undefined, 2)}\n`)
    expect(stringify(tree)).toBe(value)
    const file = new VFile({path: 'input.md', value})
    expect(check(file)).toEqual(file.messages)
    expectFile(`${name}/problems.txt`, `${reporter(file, {color: false})}\n`)
  })
})
