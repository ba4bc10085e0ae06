import {isPlainObject} from '../yaml/is-plain-object.ts'
import {readDataUrl} from './data-url.ts'
import type {FilePart} from './message.ts'

type Source = Pick<FilePart, 'data' | 'mediaType' | 'ref' | 'text' | 'url'>

/**
 * Read the data of a file or its address, in each form that the AI SDK has: a
 * URL, base64, bytes, an identifier at a provider, or one of these with a tag.
 */
export function readFileData(value: unknown): Source {
  if (typeof value === 'string') return readText(value)
  if (value instanceof URL) return readText(value.href)
  if (value instanceof ArrayBuffer) return toBase64(new Uint8Array(value))
  if (value instanceof Uint8Array) return toBase64(value)
  return isPlainObject(value) ? readTagged(value) : {}
}

function readText(value: string): Source {
  const own = readDataUrl(value)
  if (own) return own
  return /^[a-z][a-z\d+.-]+:/i.test(value) ? {url: value} : {data: value}
}

function readTagged(value: Record<string, unknown>): Source {
  const {type, data, url, reference, text} = value
  if (type === 'data') return readFileData(data)
  if (type === 'url') return readFileData(url)
  if (type === 'text') return typeof text === 'string' ? {text} : {}
  const references = type === 'reference' ? reference : value
  const [ref] = isPlainObject(references) ? Object.values(references) : []
  return typeof ref === 'string' ? {ref} : {}
}

function toBase64(bytes: Uint8Array): Source {
  let characters = ''
  for (const byte of bytes) characters += String.fromCharCode(byte)
  return {data: btoa(characters)}
}
