import * as chatmd from 'chatmd'
import * as convert from 'chatmd/convert'
import * as takeout from 'chatmd/gemini-takeout'
import * as mdast from 'chatmd/mdast'
import * as remark from 'chatmd/remark'
import {expect, test} from 'vitest'

test('should export these names from `chatmd`, and no default', () => {
  expect(Object.keys(chatmd).sort()).toEqual([
    'appendTurn',
    'applyEdits',
    'check',
    'configSchema',
    'createParser',
    'detect',
    'edits',
    'escapeContent',
    'parse',
    'stream',
    'stringify'
  ])
})

test('should export these names from `chatmd/convert`, and no default', () => {
  expect(Object.keys(convert).sort()).toEqual([
    'aiSdk',
    'aiSdkSchema',
    'aiSdkUi',
    'aiSdkUiSchema',
    'aistudio',
    'aistudioSchema',
    'anthropic',
    'anthropicSchema',
    'chatgptExport',
    'chatgptExportSchema',
    'chatgptManifestSchema',
    'chatml',
    'checkFinetune',
    'claudeCode',
    'claudeExport',
    'claudeExportSchema',
    'codex',
    'finetune',
    'finetuneSchema',
    'fold',
    'fromAiSdk',
    'fromAiSdkUi',
    'fromAistudio',
    'fromAnthropic',
    'fromChatgptExport',
    'fromChatml',
    'fromClaudeCode',
    'fromClaudeExport',
    'fromCodex',
    'fromFinetune',
    'fromGemini',
    'fromGeminiCli',
    'fromHuggingface',
    'fromJson',
    'fromLangchain',
    'fromLibrechat',
    'fromLmStudio',
    'fromMessages',
    'fromNdjson',
    'fromOpenWebui',
    'fromOpenai',
    'fromOpenaiResponses',
    'fromOtel',
    'fromParts',
    'fromSharegpt',
    'fromSillytavern',
    'fromTree',
    'gemini',
    'geminiCli',
    'geminiCliSchema',
    'geminiSchema',
    'huggingface',
    'huggingfaceSchema',
    'json',
    'jsonSchema',
    'langchain',
    'langchainSchema',
    'librechat',
    'librechatSchema',
    'listChatgptShards',
    'lmStudio',
    'lmStudioSchema',
    'ndjson',
    'ndjsonSchema',
    'normalizeParts',
    'openWebui',
    'openWebuiSchema',
    'openai',
    'openaiResponses',
    'openaiResponsesSchema',
    'openaiSchema',
    'otel',
    'otelSchema',
    'readArguments',
    'readShape',
    'sharegpt',
    'sharegptSchema',
    'sillytavern',
    'toAiSdk',
    'toAiSdkUi',
    'toAnthropic',
    'toChatml',
    'toFinetune',
    'toGemini',
    'toHuggingface',
    'toJson',
    'toLangchain',
    'toMessages',
    'toNdjson',
    'toOpenai',
    'toOpenaiResponses',
    'toOtel',
    'toParts',
    'toSharegpt',
    'toTree',
    'toTurns',
    'tree',
    'treeSchema',
    'turns',
    'unfold'
  ])
})

test('should export these names from `chatmd/gemini-takeout`', () => {
  expect(Object.keys(takeout).sort()).toEqual([
    'fromGeminiTakeout',
    'geminiTakeout',
    'geminiTakeoutSchema'
  ])
})

test('should export these names from `chatmd/mdast`, and no default', () => {
  expect(Object.keys(mdast).sort()).toEqual([
    'handlers',
    'parseContent',
    'parseTree',
    'sanitizeSchema',
    'stringifyTree'
  ])
})

test('should export these names from `chatmd/remark`, and the plugin', () => {
  expect(Object.keys(remark).sort()).toEqual([
    'chatProcessor',
    'default',
    'handlers',
    'remarkChat',
    'sanitizeSchema'
  ])
  expect(remark.default).toBe(remark.remarkChat)
})
