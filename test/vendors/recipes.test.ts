import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'chatmd'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

const note = `---
model: gpt-4o
max_tokens: 100
---

How do I boil an egg?
`

const openaiAnswer = {
  model: 'gpt-4o-2026',
  choices: [{message: {role: 'assistant', content: 'Seven minutes.'}}]
}

const anthropicAnswer = {
  model: 'claude-5',
  role: 'assistant',
  content: [
    {type: 'thinking', thinking: 'An egg.', signature: 's'},
    {type: 'text', text: 'Seven minutes.'}
  ]
}

const cases = [
  {
    name: 'openai',
    answer: openaiAnswer,
    turn: ['gpt-4o-2026', 'Seven minutes.']
  },
  {
    name: 'anthropic',
    answer: anthropicAnswer,
    turn: [
      'claude-5',
      '> [!reasoning]- <!-- { "signature": "s" } -->\n> An egg.\n\nSeven minutes.'
    ]
  }
]

/** Modules of the page that need a package of a vendor. */
async function readRecipes(): Promise<Array<string>> {
  const url = new URL('../../docs/recipes.md', import.meta.url)
  const page = await readFile(url, 'utf8')
  return [...page.matchAll(/^```typescript\n([\s\S]*?)^```$/gm)].map(
    ([, code = '']) => code.replace("'openai'", "'openai7'")
  )
}

test('should be the modules of the page', async () => {
  const files = cases.map(({name}) =>
    readFile(new URL(`examples/${name}.ts`, import.meta.url), 'utf8')
  )
  expect(await readRecipes()).toEqual(await Promise.all(files))
})

describe.each(cases)('with $name', ({name, answer, turn}) => {
  let folder: string
  const {argv} = process

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chatmd-'))
    vi.stubEnv('OPENAI_API_KEY', 'x')
    vi.stubEnv('ANTHROPIC_API_KEY', 'x')
  })

  afterEach(async () => {
    process.argv = argv
    vi.unstubAllEnvs()
    vi.unstubAllGlobals()
    await rm(folder, {recursive: true})
  })

  test('should send a note, and append the answer', async () => {
    const path = join(folder, 'egg.md')
    await writeFile(path, note)
    const bodies: Array<unknown> = []
    vi.stubGlobal('fetch', async (_: unknown, init: {body: string}) => {
      bodies.push(JSON.parse(init.body))
      return Response.json(answer)
    })
    process.argv = [process.execPath, name, path]
    await import(`./examples/${name}.ts`)
    const content = 'How do I boil an egg?'
    const messages = [{role: 'user', content}]
    const request = {model: 'gpt-4o', max_tokens: 100, messages, stream: false}
    expect(bodies).toEqual([request])
    const {children} = parse(await readFile(path, 'utf8'))
    expect(children.map(({model, value}) => [model, value])).toEqual([
      [undefined, content],
      turn
    ])
  })
})
