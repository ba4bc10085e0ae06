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
    'aistudio',
    'aistudioSchema',
    'chatgptExport',
    'chatgptExportSchema',
    'chatgptManifestSchema',
    'claudeCode',
    'claudeExport',
    'claudeExportSchema',
    'codex',
    'fold',
    'fromAistudio',
    'fromChatgptExport',
    'fromClaudeCode',
    'fromClaudeExport',
    'fromCodex',
    'fromGeminiCli',
    'fromGeminiTakeout',
    'fromJson',
    'fromLibrechat',
    'fromLmStudio',
    'fromMessages',
    'fromNdjson',
    'fromOpenWebui',
    'fromParts',
    'fromSillytavern',
    'fromTree',
    'geminiCli',
    'geminiCliSchema',
    'geminiTakeout',
    'geminiTakeoutSchema',
    'json',
    'jsonSchema',
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
    'readArguments',
    'readShape',
    'sillytavern',
    'toJson',
    'toMessages',
    'toNdjson',
    'toParts',
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
