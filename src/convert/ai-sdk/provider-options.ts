// Providers want back their own data of a thought or a call: the AI SDK keeps
// it by provider, and our parts by its kind.

import type {Json} from '../../dialects/meta.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import {omit} from '../omit.ts'
import {name as format} from './name.ts'
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

/** Read the data of providers on a part. */
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

/** Write the data of providers on a part. */
export function writeMeta(
  meta: Readonly<Meta> | undefined,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): AiSdkProviderOptions | undefined {
  const {providerOptions: given, ...said} = meta ?? {}
  const written: AiSdkProviderOptions = {...readGiven(given)}
  for (const [key, value] of Object.entries(said)) {
    const place = places.find(([name]) => name === key)
    if (place && typeof value === 'string') {
      const [, provider, name] = place
      written[provider] = {...written[provider], [name]: value}
      continue
    }
    const reason = `Cannot keep \`${key}\` of a part: ${format} has no place for it`
    lose(options, 'extra-dropped', [...path, 'meta', key], reason)
  }
  return Object.keys(written).length > 0 ? written : undefined
}

function readGiven(value: unknown): AiSdkProviderOptions {
  if (!isPlainObject(value) || !Object.values(value).every(isPlainObject))
    return {}
  // A cast, since all values of a chat are JSON.
  return value as Record<string, Record<string, Json>>
}
