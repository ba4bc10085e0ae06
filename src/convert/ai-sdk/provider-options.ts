// Providers want back what they said of a thought or a call: the AI SDK keeps
// it by provider, and our parts by what it is.

import type {Json} from '../../dialects/meta.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {omit} from '../omit.ts'
import type {AiSdkProviderOptions} from './types.ts'

type Meta = Record<string, unknown>

/** Key of our `meta`, and the provider and its key in the AI SDK. */
const places = [
  ['signature', 'anthropic', 'signature'],
  ['redacted', 'anthropic', 'redactedData'],
  ['id', 'openai', 'itemId'],
  ['encrypted', 'openai', 'reasoningEncryptedContent'],
  ['thoughtSignature', 'google', 'thoughtSignature']
] as const

/** Read what providers said of a part. */
export function fromProviderOptions(
  options: Readonly<Record<string, unknown>> | undefined
): Meta {
  let rest = {...options}
  const meta: Meta = {}
  for (const [key, provider, name] of places) {
    const own = rest[provider]
    if (!isPlainObject(own) || typeof own[name] !== 'string') continue
    meta[key] = own[name]
    const others = omit(own, [name])
    rest = omit(rest, [provider])
    if (Object.keys(others).length > 0) rest[provider] = others
  }
  if (Object.keys(rest).length > 0) meta.providerOptions = rest
  return meta
}

/** Write what providers said of a part, and name the keys that have no place. */
export function toProviderOptions(meta: Readonly<Meta> | undefined): {
  providerOptions?: AiSdkProviderOptions
  dropped: Array<string>
} {
  if (!meta) return {dropped: []}
  const {providerOptions: given, ...said} = meta
  const providerOptions = readGiven(given)
  const dropped: Array<string> =
    given === undefined || providerOptions ? [] : ['providerOptions']
  const written: AiSdkProviderOptions = {...providerOptions}
  for (const [key, value] of Object.entries(said)) {
    const place = places.find(([name]) => name === key)
    if (!place || typeof value !== 'string') dropped.push(key)
    else written[place[1]] = {...written[place[1]], [place[2]]: value}
  }
  return {
    ...(Object.keys(written).length > 0 && {providerOptions: written}),
    dropped
  }
}

function readGiven(value: unknown): AiSdkProviderOptions | undefined {
  if (!isPlainObject(value) || !Object.values(value).every(isPlainObject))
    return undefined
  // A cast, since all values of a chat are JSON.
  return value as Record<string, Record<string, Json>>
}
