import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {inject} from 'vitest'

/** A note with a mistake in its frontmatter, and one in a header. */
export const faulty = `\ufeff---
temperature: hot   # As the kitchen.
---

How *do* I  boil {an} egg?\r

<hr class="__chatgpt_plugin">

### role::cook

*   Seven minutes <b
`

/** Write a file of the project; returns a function that takes it away. */
export async function write(name: string, value: string) {
  const path = join(inject('project'), name)
  await writeFile(path, value)
  return () => rm(path)
}

/** Read a file of the project, with its byte order mark. */
export async function read(name: string): Promise<string> {
  return toText(await readFile(join(inject('project'), name)))
}

/** Decode a file, with its byte order mark. */
export function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}

/** Run a script in the project with Node.js. */
export async function run(script: string, ...argv: Array<string>) {
  const cwd = inject('project')
  const child = spawn(process.execPath, [script, ...argv], {cwd})
  child.stdin.end()
  const chunks: Array<Buffer> = []
  child.stdout.on('data', chunk => chunks.push(chunk))
  const [stderr, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'close')
  ])
  return {code, stdout: toText(Buffer.concat(chunks)), stderr}
}
