import {parse, stream, type Turn} from 'chatmd'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">'
const value = `Hi\n${line}\nrole::assistant\nHello\n${line}\nrole::user\nBye`

function from(chunks: Array<string>): ReadableStream<string> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    }
  })
}

describe('stream', () => {
  test('should give the turns of a note', async () => {
    const turns: Array<Turn> = []
    const reader = from(value.split('')).pipeThrough(stream()).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read())
      turns.push(next.value)
    expect(turns).toEqual(parse(value).children)
  })

  test('should give turns without positions', async () => {
    const reader = from([value])
      .pipeThrough(stream({position: false}))
      .getReader()
    const {value: turn} = await reader.read()
    expect(turn).toEqual(parse(value, {position: false}).children[0])
  })

  test('should give a turn as soon as it is final', async () => {
    const {readable, writable} = stream()
    const writer = writable.getWriter()
    const reader = readable.getReader()
    const written = writer.write(`Hi\n${line}\nrole::user\n`)
    expect((await reader.read()).value?.value).toBe('Hi')
    await written
    const closed = writer.close()
    expect((await reader.read()).value?.value).toBe('')
    expect((await reader.read()).done).toBe(true)
    await closed
  })

  test('should take no text while nobody reads', async () => {
    let pulled = 0
    const source = new ReadableStream<string>(
      {
        pull(controller) {
          pulled++
          controller.enqueue(`role::user\n${pulled}\n`)
        }
      },
      {highWaterMark: 0}
    )
    const reader = source.pipeThrough(stream()).getReader()
    await reader.read()
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(pulled).toBeLessThan(10)
    await reader.cancel()
  })

  test('should pass errors through', async () => {
    const broken = new ReadableStream<string>({
      start: controller => controller.error(new Error('broken'))
    })
    const reader = broken.pipeThrough(stream()).getReader()
    await expect(reader.read()).rejects.toThrow('broken')
  })

  test('should fail on chunks that are no strings', async () => {
    // @ts-expect-error: no string.
    const reader = from([new Uint8Array(1)])
      .pipeThrough(stream())
      .getReader()
    await expect(reader.read()).rejects.toThrow(
      'Expected `text` to be a string'
    )
  })
})
