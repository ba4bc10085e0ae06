import * as chatmd from 'chatmd'
import {expect, test} from 'vitest'

test('should export these names, and no default', () => {
  expect(Object.keys(chatmd).sort()).toEqual([
    'applyEdits',
    'check',
    'configSchema',
    'createParser',
    'edits',
    'handlers',
    'parse',
    'parseContent',
    'remarkChat',
    'stream',
    'stringify'
  ])
})
