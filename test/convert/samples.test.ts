import {check, parse, stringify} from 'chatmd'
import {
  type ImportOptions,
  type Loss,
  type MessageAccount,
  toMessages
} from 'chatmd/convert'
import {describe, expect, test} from 'vitest'
import {listText} from '../../src/convert/import/list-text.ts'
import {findVanished} from '../util/find-vanished.ts'
import {readSample, type Sample, samples} from '../util/import-samples.ts'
import {hasShared, reason} from '../util/shared.ts'

/** For each sample: turns of its chats, characters in, and in parts. */
const expected: Record<string, [turns: Array<number>, number, number]> = {
  'chatgpt-export/branched-2025.json': [[3, 2], 155, 141],
  'chatgpt-export/chatgpt-export.json': [[6, 4], 40267, 41153],
  'chatgpt-export/unichathistory.json': [[3, 2], 150, 150],
  'claude-export/project_dir.json': [[1], 0, 0],
  'claude-export/tooluse-2026.json': [[5], 145, 197],
  'claude-export/unichathistory.json': [[2, 2, 0, 0], 470, 186],
  'openwebui/openwebui-export.json': [[2, 2, 2], 418, 169],
  'librechat/librechat-export.json': [[6], 2556, 2556],
  'librechat/librechat-opts-nonr-branches.json': [[2, 2, 2], 1227, 1227],
  'claude-code/edge_cases.jsonl': [[11], 2903, 3636],
  'claude-code/queued_system_messages.jsonl': [[3], 263, 263],
  'claude-code/s1-2026.jsonl': [[4, 2], 317, 250],
  'claude-code/session_b.jsonl': [[3], 282, 282],
  'claude-code/truncated.jsonl': [[2], 13, 13],
  'codex/blockquotes_session.jsonl': [[2], 57, 57],
  'codex/fc_args_2.jsonl': [[2], 11, 130],
  'codex/function_calls.jsonl': [[2], 37, 13],
  'codex/rollout_subagent.jsonl': [[2], 74, 398],
  'gemini-cli/standard_session.json': [[4], 78, 78],
  'gemini-cli/thinking_only.json': [[2], 212, 224],
  'gemini-cli/tool_calls_with_results.json': [[2], 88, 218],
  'lmstudio/fixture.conversation.json': [[4], 148, 159],
  'sillytavern/harbour-night.jsonl': [[2], 11, 11],
  'aistudio/aistudio_example.json': [[2], 1641, 1519],
  'gemini-takeout/unichathistory-MyActivity.json': [[2, 2, 2], 283, 256],
  'chatbot-ui/chatbotui-export.json': [[4, 2], 5476, 5476],
  'grok-export/two-responses.json': [[2], 13, 13],
  'grok-build/chat_history.jsonl': [[4], 222, 211],
  'pi/session.jsonl': [[4], 182, 160],
  'gptme/conversation.jsonl': [[4], 246, 183],
  'mistral-vibe/basic.messages.jsonl': [[4], 201, 201],
  'qwen-like/iflow-session.jsonl': [[2], 6215, 7232],
  // Rows have no accounts; `findVanished` looks for their texts.
  'llama-factory/mllm_demo.json': [[4, 4, 4, 4, 4, 4], 0, 0],
  'llama-factory/mllm_video_demo.json': [[2, 2, 2], 0, 0],
  'llama-factory/v1_multimodal_demo.jsonl': [Array<number>(24).fill(4), 0, 0]
}

function read(sample: Sample, hidden: boolean) {
  const losses: Array<Loss> = []
  const accounts: Array<MessageAccount> = []
  const options: ImportOptions = {
    branches: 'all',
    hidden,
    onLoss: loss => losses.push(loss),
    onMessage: account => accounts.push(account)
  }
  const value = readSample(sample)
  const chats = sample.format.from?.(value, options) ?? []
  return {value, chats, losses, accounts}
}

/** Texts that are said twice in a sample, in other words. */
const twice: ReadonlyArray<RegExp> = [
  // The content beside the items of an answer in Open WebUI.
  /\.content: <details/,
  // The text beside the blocks of a message of Claude.
  /^0\.chat_messages\.1\.text: Let me think/,
  /^3\.chat_messages\.0\.text: This block is not supported/
]

describe.skipIf(!hasShared)(`samples${reason}`, () => {
  test.each(samples)('should account for turns and text: $path', sample => {
    const {chats, accounts} = read(sample, false)
    const turns = chats.map(({children}) => children.length)
    const sum = (key: 'kept' | 'read') =>
      accounts.reduce((total, account) => total + account[key], 0)
    expect([turns, sum('read'), sum('kept')]).toEqual(expected[sample.path])
  })

  describe.each([false, true])('with hidden: %s', hidden => {
    test.each(samples)('should lose no text in silence: $path', sample => {
      const {value, chats, losses} = read(sample, hidden)
      const said = chats.flatMap(chat => {
        const messages = toMessages(parse(stringify(chat)))
        return listText([messages, chat.config, JSON.stringify(messages)])
      })
      const vanished = findVanished(value, said, losses)
      expect(
        vanished.filter(text => !twice.some(pattern => pattern.test(text)))
      ).toEqual([])
    })

    test.each(samples)('should make notes without errors: $path', sample => {
      for (const chat of read(sample, hidden).chats) {
        const note = stringify(chat)
        expect(check(note).filter(({fatal}) => fatal)).toEqual([])
        expect(parse(note).children).toHaveLength(chat.children.length)
      }
    })
  })

  test.each(samples)('should be told from other formats: $path', sample => {
    const value = readSample(sample)
    const formats = new Set(samples.map(({format}) => format))
    const found = [...formats].filter(({detect}) => detect?.(value))
    expect(found.map(({id}) => id)).toEqual([sample.format.id])
  })
})

describe('findVanished', () => {
  test('should find what is neither said nor lost', () => {
    const value = {messages: [{text: 'a'}, {text: 'b'}, {text: 'c'}]}
    const path = ['messages', 1]
    const losses: Array<Loss> = [{code: 'hidden-dropped', path, reason: ''}]
    expect(findVanished(value, ['a'], losses)).toEqual(['messages.2.text: c'])
  })
})
