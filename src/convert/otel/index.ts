import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {type ToMessagesOptions, toMessages} from '../to-messages.ts'
import {readOtel} from './read.ts'
import type {OtelAttributes} from './types.ts'
import {writeOtel} from './write.ts'

export {type OtelInput, otelSchema} from './schema.ts'
export type * from './types.ts'

/** Write a chat as attributes of a span, as OpenTelemetry names them. */
export function toOtel(
  chat: Chat,
  options?: Readonly<ToMessagesOptions> | null
): OtelAttributes {
  const messages = toMessages(chat, options)
  return writeOtel({config: chat.config, messages}, options ?? {})
}

/**
 * Read attributes of a span, whose lists may be JSON, or messages alone.
 *
 * @throws {TypeError} If they have not the shape of such attributes.
 */
export function fromOtel(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readOtel(value, options ?? {})
  return fromMessages(messages, {...options, config})
}

/** Attributes of OpenTelemetry, as the command line sees them. */
export const otel: Format = {
  id: 'otel',
  title: 'Attributes of OpenTelemetry for generative AI',
  kind: 'json',
  detect: isOtel,
  to: toOtel,
  from: (value, options) => [fromOtel(value, options)]
}

/** Whether a value has an attribute with messages. */
function isOtel(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    (value['gen_ai.input.messages'] ?? value['gen_ai.output.messages']) !==
      undefined
  )
}
