import type {Io} from '../io.ts'

/** Read a stream to its end. */
export async function readAll(input: Io['stdin']): Promise<Uint8Array> {
  const parts: Array<Uint8Array> = []
  for await (const part of input) parts.push(part)
  return Buffer.concat(parts)
}
