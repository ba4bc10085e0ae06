import {
  aistudio,
  chatbotUi,
  chatgptExport,
  claudeCode,
  claudeExport,
  codex,
  type Format,
  geminiCli,
  grokBuild,
  grokExport,
  librechat,
  lmStudio,
  messageLines,
  openWebui,
  pi,
  sharegpt,
  sillytavern
} from 'chatmd/convert'
import {geminiTakeout} from 'chatmd/gemini-takeout'
import {readShared} from './shared.ts'

/** A sample, and how it is read. */
export interface Sample {
  /** Path in the folder of samples. */
  path: string
  format: Format
}

/** Samples of exports that are read. */
export const samples: ReadonlyArray<Sample> = [
  ...of('chatgpt-export', chatgptExport, [
    'branched-2025.json',
    'chatgpt-export.json',
    'unichathistory.json'
  ]),
  ...of('claude-export', claudeExport, [
    'project_dir.json',
    'tooluse-2026.json',
    'unichathistory.json'
  ]),
  ...of('openwebui', openWebui, ['openwebui-export.json']),
  ...of('librechat', librechat, [
    'librechat-export.json',
    'librechat-opts-nonr-branches.json'
  ]),
  ...of('claude-code', claudeCode, [
    'edge_cases.jsonl',
    'queued_system_messages.jsonl',
    's1-2026.jsonl',
    'session_b.jsonl',
    'truncated.jsonl'
  ]),
  ...of('codex', codex, [
    'blockquotes_session.jsonl',
    'fc_args_2.jsonl',
    'function_calls.jsonl',
    'rollout_subagent.jsonl'
  ]),
  ...of('gemini-cli', geminiCli, [
    'standard_session.json',
    'thinking_only.json',
    'tool_calls_with_results.json'
  ]),
  ...of('lmstudio', lmStudio, ['fixture.conversation.json']),
  ...of('sillytavern', sillytavern, ['harbour-night.jsonl']),
  ...of('aistudio', aistudio, ['aistudio_example.json']),
  ...of('gemini-takeout', geminiTakeout, ['unichathistory-MyActivity.json']),
  ...of('chatbot-ui', chatbotUi, ['chatbotui-export.json']),
  ...of('grok-export', grokExport, ['two-responses.json']),
  ...of('grok-build', grokBuild, ['chat_history.jsonl']),
  ...of('pi', pi, ['session.jsonl']),
  ...of('gptme', messageLines, ['conversation.jsonl']),
  ...of('mistral-vibe', messageLines, ['basic.messages.jsonl']),
  ...of('qwen-like', claudeCode, ['iflow-session.jsonl']),
  ...of('llama-factory', sharegpt, [
    'mllm_demo.json',
    'mllm_video_demo.json',
    'v1_multimodal_demo.jsonl'
  ])
]

function of(
  folder: string,
  format: Format,
  names: ReadonlyArray<string>
): Array<Sample> {
  return names.map(name => ({path: `${folder}/${name}`, format}))
}

/** Read a sample: its value, or its lines but for one that is cut off. */
export function readSample({path, format}: Sample): unknown {
  const text = readShared(`conversions/samples/${path}`)
  if (format.kind === 'json' || path.endsWith('.json')) return JSON.parse(text)
  return text.split('\n').flatMap(line => {
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}
