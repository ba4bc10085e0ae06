import {expect, test} from 'vitest'
import {checkYaml, type YamlProblem} from '../util/check-yaml.ts'

function check(yaml: string): Array<YamlProblem> {
  return checkYaml(yaml, 'secret-in-config')
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
  expect(check(`"${key}": hush-hush\n`)).toEqual([
    {
      ruleId: 'secret-in-config',
      reason: 'Unexpected secret, expected it in the settings of the plugin',
      start: key.length + 4,
      end: key.length + 13
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
  const [problem] = check(value)
  expect(value.slice(problem?.start, problem?.end)).toBe(`"${secret}"`)
  expect(JSON.stringify(problem)).not.toContain(body)
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
  const found = check(value).map(({start, end}) => value.slice(start, end))
  expect(found).toEqual([expected])
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
  expect(check(value)).toEqual([])
})
