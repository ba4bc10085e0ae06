import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {expect, test} from 'vitest'
import {toReported} from '../../src/cli/report.ts'

test('should show control characters of the other place too', () => {
  const file = new VFile({path: 'a.md', value: 'Hi'})
  const cause = new VFileMessage('First is \u001b here', {
    place: {line: 1, column: 2}
  })
  file.message('Unexpected second', {cause})
  const reported = toReported(file)
  expect(reported.messages[0]?.cause).toMatchObject({
    message: 'First is \\u001b here',
    place: {line: 1, column: 2}
  })
})

test('should let go of the value', () => {
  const file = new VFile({path: 'a.md', value: 'Hi'})
  expect(toReported(file).value).toBeUndefined()
})
