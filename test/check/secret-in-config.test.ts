import {check} from 'chatmd'
import {expect, test} from 'vitest'

/** Find the secrets of frontmatter. */
function find(yaml: string) {
  return check(`---\n${yaml}---\n`).filter(
    ({ruleId}) => ruleId === 'secret-in-config'
  )
}

/** Find the secrets of YAML on one line, as they are written. */
function findValues(yaml: string) {
  return find(yaml).map(({place}) => {
    if (!place || !('start' in place)) throw new Error('Expected a range')
    const lines = yaml.split('\n')
    const {start, end} = place
    return lines[start.line - 2]?.slice(start.column - 1, end.column - 1)
  })
}

// Note: put together here, so that no scanner takes them for real ones.
const body = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'

test.each([
  'apiKey',
  'api_key',
  'API-KEY',
  'openaiApiKey',
  'token',
  'accessToken',
  'access_token',
  'secret',
  'client_secret',
  'password',
  'private key'
])('should report the value of `%s`', key => {
  expect(find(`"${key}": hush-hush\n`)).toMatchObject([
    {
      reason:
        'Unexpected secret, expected it in the settings of the plugin: notes are shared and synchronised',
      place: {
        start: {line: 2, column: key.length + 5},
        end: {line: 2, column: key.length + 14}
      }
    }
  ])
})

test.each([
  'sk-',
  'sk-ant-api03-',
  'sk-or-v1-',
  'sk-proj-',
  'AIza',
  'gsk_',
  'ghp_',
  'hf_',
  'xai-'
])('should report a value that starts with `%s` anywhere', start => {
  const secret = start + body
  const value = `a:\n  - b: ["${secret}"]\n`
  expect(findValues(value)).toEqual([`"${secret}"`])
  expect(JSON.stringify(find(value))).not.toContain(body)
})

test.each([
  ['apiKey: [abc]\n', 'abc'],
  ['apiKey: {openai: abc}\n', 'abc'],
  ['secrets:\n  - name: abc\n', 'abc'],
  ['Authorization: Basic abc\n', 'Basic abc'],
  ['password: 12345678\n', '12345678'],
  [`a: see sk-${body} there\n`, `see sk-${body} there`],
  [`headers: {a: Bearer sk-${body}}\n`, `Bearer sk-${body}`],
  [`openaiUrl: https://h/?key=AIza${body}\n`, `https://h/?key=AIza${body}`]
])('should report the secret in %j', (value, expected) => {
  expect(findValues(value)).toEqual([expected])
})

test('should look at all keys around a value in little time', () => {
  const values = `a: ${'{a: '.repeat(98)}[${'x, '.repeat(50_000)}]`
  const value = `${values}${'}'.repeat(98)}\n`
  const start = performance.now()
  find(value)
  expect(performance.now() - start).toBeLessThan(2000)
})

test.each([
  '',
  'max_tokens: 300\n',
  'max_tokens: "300"\n',
  'stop_token: </s>\n',
  'apiKey:\n',
  'apiKey: ""\n',
  'apiKey: 1\n',
  '1: x\n',
  '[apiKey]: x\n',
  'monkey: x\n',
  'a: sk-short\n',
  'a: sk-a-slug-that-is-long-but-has-no-digit\n',
  'next_page_token: x\n',
  'nextPageToken: x\n',
  'token: 128000\n',
  'apiKey: [""]\n',
  `${'a'.repeat(200)}_token: x\n`,
  `a: task-${body}\n`,
  `sk-${body}: x\n`,
  '- '.repeat(101)
])('should not report %j', value => {
  expect(find(value)).toEqual([])
})
