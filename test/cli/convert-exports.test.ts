import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {cwd, get, put, run, useFolder} from '../util/cli.ts'

useFolder()

/** An export of Claude with one conversation for each title. */
function toExport(...titles: Array<string>): string {
  const chats = titles.map((name, index) => ({
    uuid: `c${index}`,
    name,
    created_at: '2026-01-02T03:04:05Z',
    updated_at: '2026-01-02T03:04:05Z',
    chat_messages: [
      {uuid: `m${index}`, sender: 'human', text: 'Hi', content: []}
    ]
  }))
  return JSON.stringify(chats)
}

describe('export', () => {
  test('should become a note for each conversation, named by its title', async () => {
    await put('conversations.json', toExport('Bread', 'bread', '../Butter'))
    const argv = ['convert', 'conversations.json', '-o', 'notes/']
    const {code, stderr} = await run(argv, {progress: true})
    expect(code).toBe(0)
    expect(stderr).toContain('read as `claude-export`, by its shape')
    expect((await readdir(join(cwd, 'notes'))).sort()).toEqual([
      'Bread.md',
      'Butter.md',
      'bread 2.md'
    ])
    expect(await get('notes/Bread.md')).toContain('Hi')
  })

  test('should name the item that is wrong, and go on', async () => {
    const [good] = JSON.parse(toExport('Bread'))
    await put('a.json', JSON.stringify([good, {uuid: 'c', chat_messages: 1}]))
    const argv = ['convert', 'a.json', '--from=claude-export', '-o', 'notes/']
    const {code, stderr} = await run(argv)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^a\.json\[1\]: /)
    expect(await readdir(join(cwd, 'notes'))).toEqual(['Bread.md'])
  })

  test('should say where an array stops to be JSON', async () => {
    await put('a.json', `${toExport('Bread').slice(0, -1)},]`)
    const argv = ['convert', 'a.json', '--from=claude-export', '-o', 'notes/']
    const {code, stderr} = await run(argv)
    expect(code).toBe(2)
    expect(stderr).toContain('a.json: Cannot read JSON: ')
  })

  test('should read `conversations` of an object', async () => {
    await put('a.json', `{"conversations":${toExport('Bread', 'Butter')}}`)
    const argv = ['convert', 'a.json', '--from=claude-export', '-o', 'notes/']
    expect((await run(argv)).code).toBe(0)
    expect(await readdir(join(cwd, 'notes'))).toHaveLength(2)
  })
})

describe('files of messages', () => {
  const url = `data:image/png;base64,${Buffer.from('image').toString('base64')}`
  const content = [
    {type: 'text', text: 'Look'},
    {type: 'image_url', image_url: {url}}
  ]
  const request = JSON.stringify({
    model: 'gpt-4o',
    messages: [{role: 'user', content}]
  })

  test('should be written beside the note, by what they hold', async () => {
    await put('a.json', request)
    const argv = ['convert', 'a.json', '--from=openai', '-o', 'notes/']
    expect((await run(argv)).code).toBe(0)
    const [asset = ''] = await readdir(join(cwd, 'notes/assets'))
    expect(asset).toMatch(/^[\da-f]{16}\.png$/)
    expect(await get(`notes/assets/${asset}`)).toBe('image')
    expect(await get('notes/a.md')).toContain(`](assets/${asset}`)
    expect((await run([...argv, '--force'])).code).toBe(0)
  })
})

describe('losses', () => {
  const short = 'role::user\n\nHi\n'

  test('should be shown with their place, the first of each kind', async () => {
    for (let index = 0; index < 7; index++) {
      await put(`${index}.md`, `---\ntemperature: 0\n---\n\n${short}`)
    }
    const {code, stderr} = await run(['convert', '.', '--to', 'anthropic'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^0\.md: .*temperature.*\(param-unsupported\)$/m)
    expect(stderr).toContain('… and 2 more of param-unsupported\n')
  })

  test('should be a failure with `--strict`', async () => {
    await put('a.md', `---\ntemperature: 0\n---\n\n${short}`)
    const argv = ['convert', 'a.md', '--to', 'anthropic', '--strict']
    const {code, stdout, stderr} = await run(argv)
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
    expect(stderr).toMatch(/a\.md: Cannot keep all, \d+ lost/)
  })
})
