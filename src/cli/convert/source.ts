import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {FoundFile} from '../files/find-files.ts'
import type {Io} from '../io.ts'
import type {Bytes} from './json-items.ts'
import {withProgress} from './progress.ts'

/** A file that can be read from its start more than once. */
export interface Source {
  /** Name for messages. */
  name: string
  /** Size in bytes; 0 if that is not known. */
  size: number
  /** Read a part of it from its start, to see what it is. */
  peek(): Bytes
  /** Read all of it; after that nothing else can. */
  read(): Bytes
}

/** Open a file or stdin. */
export async function openSource(file: FoundFile, io: Io): Promise<Source> {
  const {name, path} = file
  if (path === undefined) return openStream(name, io)
  const {size} = await stat(path)
  return {
    name,
    size,
    peek: () => createReadStream(path),
    read: () => showProgress(createReadStream(path), size, io)
  }
}

/** Note: what is peeked at is kept, since a stream cannot go back. */
function openStream(name: string, io: Io): Source {
  const iterator = io.stdin[Symbol.asyncIterator]()
  const kept: Array<Uint8Array> = []
  // Note: not `for await`, which would close the stream where it is left.
  async function* goOn(keep: boolean): AsyncGenerator<Uint8Array, void> {
    for (let index = 0; ; index++) {
      let chunk = kept[index]
      if (!chunk) {
        const next = await iterator.next()
        if (next.done) return
        chunk = next.value
      }
      if (keep) kept[index] = chunk
      yield chunk
    }
  }
  return {name, size: 0, peek: () => goOn(true), read: () => goOn(false)}
}

function showProgress(bytes: Bytes, size: number, io: Io): Bytes {
  if (!io.progress) return bytes
  return withProgress(bytes, size, value => io.stderr.write(value, () => {}))
}

/** Find the first character that is no white space; empty if there is none. */
export async function peekCharacter({peek}: Source): Promise<string> {
  const decoder = new TextDecoder()
  for await (const chunk of peek()) {
    const character = /\S/u.exec(decoder.decode(chunk, {stream: true}))?.[0]
    if (character !== undefined) return character
  }
  return ''
}

/** Read all as text. */
export async function readText(bytes: Bytes): Promise<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let value = ''
  for await (const chunk of bytes)
    value += decoder.decode(chunk, {stream: true})
  return value + decoder.decode()
}
