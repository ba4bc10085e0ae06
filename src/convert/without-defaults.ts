import type {ChatConfig} from '../tree.ts'

/** Copy settings without those that are the defaults of all servers. */
export function withoutDefaults(config: ChatConfig): ChatConfig {
  return Object.fromEntries(
    Object.entries(config).filter(([key, value]) => !isDefault(key, value))
  )
}

function isDefault(key: string, value: unknown): boolean {
  switch (key) {
    case 'n':
      return value === 1
    case 'presence_penalty':
    case 'frequency_penalty':
      return value === 0
    case 'stream':
      return value === false
    case 'stop':
    case 'logit_bias':
      return Object.keys(Object(value)).length === 0
    default:
      return false
  }
}
