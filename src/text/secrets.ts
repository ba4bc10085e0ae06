/** Shapes of the keys of providers. */
const secrets = [
  // OpenAI, Anthropic (`sk-ant-`), OpenRouter (`sk-or-`).
  'sk-(?=[\\w-]{0,250}\\d)[\\w-]{20,250}',
  // Google.
  'AIza[\\w-]{30,50}',
  // Groq.
  'gsk_\\w{20,100}',
  // GitHub.
  'gh[oprsu]_\\w{30,250}',
  // Hugging Face.
  'hf_\\w{20,100}',
  // xAI.
  'xai-[\\w-]{20,250}'
].join('|')

const secret = new RegExp(`\\b(?:${secrets})`)
const everySecret = new RegExp(secret, 'g')

/** Whether something in a value looks like the key of a provider. */
export function holdsSecret(value: string): boolean {
  return secret.test(value)
}

/** Hide text that looks like a secret: reports are shared more than notes are. */
export function hideSecrets(value: string): string {
  return value.replace(everySecret, '…')
}
