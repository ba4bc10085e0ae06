import {configSchema} from 'chatmd'
import {expect, test} from 'vitest'
import {checkYaml, type YamlProblem} from '../util/check-yaml.ts'

function check(yaml: string): Array<YamlProblem> {
  return checkYaml(yaml, 'misspelled-key')
}

test.each([
  ['temprature', 'temperature'],
  ['temperatrue', 'temperature'],
  ['tempreture', 'temperature'],
  ['Temperature', 'temperature'],
  ['systemCommands', 'system_commands'],
  ['system-commands', 'system_commands'],
  ['system commands', 'system_commands'],
  ['system_command', 'system_commands'],
  ['maxTokens', 'max_tokens'],
  ['max_token', 'max_tokens'],
  ['top-p', 'top_p'],
  ['topP', 'top_p'],
  ['modell', 'model'],
  ['mdoel', 'model'],
  ['Model', 'model'],
  ['stpo', 'stop'],
  ['strem', 'stream'],
  ['frequency_penality', 'frequency_penalty'],
  ['openai_url', 'openaiUrl'],
  ['odel', 'model'],
  ['modle', 'model'],
  ['temperatur', 'temperature'],
  ['top-p', 'top_p'],
  ['presense_penalty', 'presence_penalty'],
  ['aiservise', 'aiService'],
  ['openAIUrl', 'openaiUrl']
])('should report `%s` and expect `%s`', (key, expected) => {
  const value = `a: 1\n"${key}": 1\n`
  expect(check(value)).toEqual([
    {
      ruleId: 'misspelled-key',
      reason: `Unexpected unknown key \`${key}\`, expected \`${expected}\``,
      start: 5,
      end: 7 + key.length,
      actual: key,
      expected: [expected]
    }
  ])
})

test.each([
  ...Object.keys(configSchema.shape),
  ...['parent', 'top_k', 'file', 'service', 'tale', 'stem', 'streak', 'mod'],
  ...['agency', 'aged', 'tilt', 'url2', 'tags2', 'titulo', 'titre', 'titel'],
  ...['steam', 'min_tokens', 'model2', 'modelo', 'curl', 'shop', 'used'],
  'aliases',
  'cssclasses',
  'date',
  'created',
  'id',
  'tag',
  'tabs',
  'type',
  'name',
  'notes',
  'step',
  'steps',
  'users',
  'user_id',
  'uri',
  'mode',
  'models',
  'topic',
  'table',
  'tile',
  'event',
  'x',
  'no',
  '',
  'temperature-of-the-room',
  'x'.repeat(1000),
  '__proto__',
  'constructor'
])('should not report `%s`', key => {
  expect(check(`"${key}": 1\n`)).toEqual([])
})

test.each(['', '- modell\n', '1: x\n', '[modell]: x\n', 'a: {modell: x}\n'])(
  'should not report %j',
  value => {
    expect(check(value)).toEqual([])
  }
)

test('should name a key of two lines on one', () => {
  expect(check('"temp\\ner\u2028ature": 1\n')[0]?.reason).toBe(
    'Unexpected unknown key `temp er ature`, expected `temperature`'
  )
})
