import {check, configSchema} from 'chatmd'
import {expect, test} from 'vitest'

/** Find the misspelled keys of frontmatter. */
function find(yaml: string) {
  return check(`---\n${yaml}---\n`).filter(
    ({ruleId}) => ruleId === 'misspelled-key'
  )
}

test.each([
  ['temprature', 'temperature'],
  ['temperatrue', 'temperature'],
  ['tempreture', 'temperature'],
  ['systemCommands', 'system_commands'],
  ['SystemCommands', 'system_commands'],
  ['System_Commands', 'system_commands'],
  ['system-commands', 'system_commands'],
  ['system commands', 'system_commands'],
  ['system_command', 'system_commands'],
  ['maxTokens', 'max_tokens'],
  ['MaxTokens', 'max_tokens'],
  ['max_token', 'max_tokens'],
  ['top-p', 'top_p'],
  ['topP', 'top_p'],
  ['TopP', 'top_p'],
  ['TOP_P', 'top_p'],
  ['top_p1', 'top_p'],
  ['max_tokens2', 'max_tokens'],
  ['max_t0kens', 'max_tokens'],
  ['temprature2', 'temperature'],
  ['temp3rature', 'temperature'],
  ['Modell', 'model'],
  ['modell', 'model'],
  ['mdoel', 'model'],
  ['stpo', 'stop'],
  ['strem', 'stream'],
  ['frequency_penality', 'frequency_penalty'],
  ['openai_url', 'openaiUrl'],
  ['odel', 'model'],
  ['modle', 'model'],
  ['temperatur', 'temperature'],
  ['presense_penalty', 'presence_penalty'],
  ['aiservise', 'aiService'],
  ['openAIUrl', 'openaiUrl']
])('should report `%s` and expect `%s`', (key, expected) => {
  expect(find(`a: 1\n"${key}": 1\n`)).toMatchObject([
    {
      reason: `Unexpected unknown key \`${key}\`, expected \`${expected}\`: it sets nothing`,
      place: {
        start: {line: 3, column: 1},
        end: {line: 3, column: key.length + 3}
      },
      actual: key,
      expected: [expected]
    }
  ])
})

test.each([
  ...Object.keys(configSchema.shape),
  ...['Tags', 'Title', 'URL', 'User', 'Model', 'Temperature', 'STOP', 'N'],
  ...['temperature2', 'Temperature 1', 'title_2', 'agent1', 'steam2', 'top_k2'],
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
  expect(find(`"${key}": 1\n`)).toEqual([])
})

test.each(['', '- modell\n', '1: x\n', '[modell]: x\n', 'a: {modell: x}\n'])(
  'should not report %j',
  value => {
    expect(find(value)).toEqual([])
  }
)

test('should name a key of two lines on one', () => {
  expect(find('"temp\\ner\u2028ature": 1\n')[0]?.reason).toBe(
    'Unexpected unknown key `temp er ature`, expected `temperature`: it sets nothing'
  )
})
