import {mkdir, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {expect, inject, onTestFinished, test} from 'vitest'
import {note} from '../util/arbitrary.ts'
import {hasShared, readShared} from '../util/shared.ts'
import {faulty, read, run, toText, write} from './run.ts'

const cli = 'node_modules/remark-cli/cli.js'
const use = ['--no-color', '--use', 'chatmd/remark']
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

test('should print a note byte for byte', async () => {
  onTestFinished(await write('note.md', faulty))
  const {code, stdout, stderr} = await run(cli, 'note.md', ...use)
  expect({code, stdout}).toEqual({code: 0, stdout: faulty})
  expect(stderr).toMatch(/2:14-2:17 +warning .* invalid-config +chatmd/)
  expect(stderr).toMatch(/9:11-9:15 +warning .* unknown-role +chatmd/)
})

test('should take options of the command line', async () => {
  onTestFinished(await write('note.md', faulty))
  const quiet = 'chatmd/remark=rules:{"unknown-role":false}'
  const {stdout, stderr} = await run(cli, 'note.md', '--use', quiet)
  expect(stdout).toBe(faulty)
  expect(stderr).toContain('invalid-config')
  expect(stderr).not.toContain('unknown-role')
})

test.each([
  [
    '.remarkrc',
    '{"plugins": ["frontmatter", "gfm", ["chatmd/remark", {"rules": {"unknown-role": false}}], "preset-lint-recommended"]}'
  ],
  [
    '.remarkrc.js',
    `import remarkChat from 'chatmd/remark'
import remarkPresetLintRecommended from 'remark-preset-lint-recommended'

export default {
  plugins: [
    [remarkChat, {rules: {'unknown-role': false}}],
    remarkPresetLintRecommended
  ]
}
`
  ]
])('should work from `%s`, beside rules for Markdown', async (name, config) => {
  onTestFinished(await write(name, config))
  onTestFinished(await write('note.md', faulty))
  const {code, stdout, stderr} = await run(cli, 'note.md', '--no-color')
  expect({code, stdout}).toEqual({code: 0, stdout: faulty})
  expect(stderr).toMatch(/11:\S+ +warning .* list-item-indent +remark-lint/)
  expect(stderr).toContain('invalid-config')
  expect(stderr).not.toContain('unknown-role')
})

test('should write every note of a folder as it was', async () => {
  const notes = await readNotes()
  await mkdir(join(inject('project'), 'notes'))
  for (const [index, note] of notes.entries()) {
    await write(`notes/${index}.md`, note)
  }
  const {code, stderr} = await run(cli, 'notes', '--output', ...use)
  expect(code).toBe(0)
  expect(stderr).not.toMatch(/\berror\b/)
  const names = await readdir(join(inject('project'), 'notes'))
  expect(names).toHaveLength(notes.length)
  for (const [index, note] of notes.entries()) {
    expect(stderr).toContain(`notes/${index}.md: written`)
    expect(await read(`notes/${index}.md`)).toBe(note)
  }
})

/** Notes of the fixtures, of the corpus if it is there, and made at random. */
async function readNotes(): Promise<Array<string>> {
  const names = await readdir(fixtures)
  const inputs = names.map(name => readFile(join(fixtures, name, 'input.md')))
  const sources: Array<{file: string}> = hasShared
    ? JSON.parse(readShared('corpus/expected.json'))
    : []
  // Note: half a surrogate pair would be lost in a file of UTF-8.
  const random = fc
    .sample(note, 200)
    .map(value => toText(new TextEncoder().encode(value)))
  return [
    ...(await Promise.all(inputs)).map(toText),
    ...sources.map(({file}) => readShared(`corpus/${file}`)),
    ...random
  ]
}
