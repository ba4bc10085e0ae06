import * as chatmd from 'chatmd'
import {expect, test} from 'vitest'

test('should export these names, and no default', () => {
  expect(Object.keys(chatmd).sort()).toEqual([
    'check',
    'configSchema',
    'parse',
    'stringify'
  ])
})
