import type {Format} from '../../convert/format.ts'

/**
 * Data formats by their name on the command line.
 *
 * Note: loaded when asked for, so that no other command waits for them.
 */
const loaders: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['json', async () => (await import('../../convert/json.ts')).json],
  ['tree', async () => (await import('../../convert/tree.ts')).tree],
  ['ndjson', async () => (await import('../../convert/ndjson.ts')).ndjson],
  ['turns', async () => (await import('../../convert/turns.ts')).turns],
  [
    'openai',
    async () => (await import('../../convert/openai/index.ts')).openai
  ],
  [
    'openai-responses',
    async () =>
      (await import('../../convert/openai-responses/index.ts')).openaiResponses
  ],
  [
    'anthropic',
    async () => (await import('../../convert/anthropic/index.ts')).anthropic
  ],
  [
    'gemini',
    async () => (await import('../../convert/gemini/index.ts')).gemini
  ],
  ['ai-sdk', async () => (await import('../../convert/ai-sdk/index.ts')).aiSdk],
  [
    'ai-sdk-ui',
    async () => (await import('../../convert/ai-sdk-ui/index.ts')).aiSdkUi
  ],
  [
    'huggingface',
    async () => (await import('../../convert/huggingface.ts')).huggingface
  ],
  [
    'sharegpt',
    async () => (await import('../../convert/sharegpt/index.ts')).sharegpt
  ],
  [
    'finetune',
    async () => (await import('../../convert/finetune/index.ts')).finetune
  ],
  [
    'chatml',
    async () => (await import('../../convert/chatml/index.ts')).chatml
  ],
  [
    'langchain',
    async () => (await import('../../convert/langchain/index.ts')).langchain
  ],
  ['otel', async () => (await import('../../convert/otel/index.ts')).otel],
  [
    'chatgpt-export',
    async () =>
      (await import('../../convert/chatgpt-export/index.ts')).chatgptExport
  ],
  [
    'claude-export',
    async () =>
      (await import('../../convert/claude-export/index.ts')).claudeExport
  ],
  [
    'claude-code',
    async () => (await import('../../convert/claude-code/index.ts')).claudeCode
  ],
  ['codex', async () => (await import('../../convert/codex/index.ts')).codex],
  [
    'gemini-cli',
    async () => (await import('../../convert/gemini-cli/index.ts')).geminiCli
  ],
  [
    'open-webui',
    async () => (await import('../../convert/open-webui/index.ts')).openWebui
  ],
  [
    'librechat',
    async () => (await import('../../convert/librechat/index.ts')).librechat
  ],
  [
    'lm-studio',
    async () => (await import('../../convert/lm-studio/index.ts')).lmStudio
  ],
  [
    'sillytavern',
    async () => (await import('../../convert/sillytavern/index.ts')).sillytavern
  ],
  [
    'aistudio',
    async () => (await import('../../convert/aistudio/index.ts')).aistudio
  ],
  [
    'gemini-takeout',
    async () =>
      (await import('../../convert/gemini-takeout/index.ts')).geminiTakeout
  ],
  [
    'chatbot-ui',
    async () => (await import('../../convert/chatbot-ui/index.ts')).chatbotUi
  ],
  [
    'grok-export',
    async () => (await import('../../convert/grok-export/index.ts')).grokExport
  ],
  [
    'grok-build',
    async () => (await import('../../convert/grok-build/index.ts')).grokBuild
  ],
  ['pi', async () => (await import('../../convert/pi/index.ts')).pi],
  [
    'message-lines',
    async () =>
      (await import('../../convert/message-lines/index.ts')).messageLines
  ]
])

/** Names of the formats, in the order of `docs/conversions.md`. */
export const formatIds: ReadonlyArray<string> = [...loaders.keys()]

/** Load a format; `undefined` if there is none of this name. */
export async function loadFormat(id: string): Promise<Format | undefined> {
  return loaders.get(id)?.()
}

/** Load all formats. */
export function loadFormats(): Promise<Array<Format>> {
  return Promise.all([...loaders.values()].map(load => load()))
}
