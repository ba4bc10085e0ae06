import type {ChatMessage} from './message.ts'

/** Give results whose format does not name the tool the name of their call. */
export function nameResults(
  messages: ReadonlyArray<ChatMessage>
): Array<ChatMessage> {
  const names = new Map<string, string>()
  return messages.map(message => ({
    ...message,
    parts: message.parts.map(part => {
      if (part.type === 'tool-call' && part.id !== undefined) {
        names.set(part.id, part.name)
      }
      if (part.type !== 'tool-result' || part.name !== '') return part
      return {...part, name: names.get(part.id ?? '') ?? ''}
    })
  }))
}
