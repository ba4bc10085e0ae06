import * as chatmd from 'chatmd'
import * as convert from 'chatmd/convert'
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
    'anthropic',
    'anthropicSchema',
    'chatml',
    'checkFinetune',
    'finetune',
    'finetuneSchema',
    'fold',
    'fromAiSdk',
    'fromAiSdkUi',
    'fromAnthropic',
    'fromChatml',
    'fromFinetune',
    'fromGemini',
    'fromHuggingface',
    'fromJson',
    'fromLangchain',
    'fromMessages',
    'fromNdjson',
    'fromOpenai',
    'fromOpenaiResponses',
    'fromOtel',
    'fromParts',
    'fromSharegpt',
    'fromTree',
    'gemini',
    'geminiSchema',
    'huggingface',
    'huggingfaceSchema',
    'json',
    'jsonSchema',
    'langchain',
    'langchainSchema',
    'ndjson',
    'ndjsonSchema',
    'normalizeParts',
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
