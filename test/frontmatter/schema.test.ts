import {describe, expect, test} from 'vitest'
import * as z from 'zod'
import {configSchema, knownKeys} from '../../src/dialects/chatgpt-md/config.ts'

describe('configSchema', () => {
  test('should know the keys of the plugin', () => {
    expect(knownKeys).toEqual([
      'system_commands',
      'model',
      'temperature',
      'top_p',
      'max_tokens',
      'presence_penalty',
      'frequency_penalty',
      'stream',
      'stop',
      'n',
      'logit_bias',
      'user',
      'title',
      'tags',
      'agent',
      'aiService',
      'url',
      'openaiUrl',
      'openrouterUrl',
      'ollamaUrl',
      'lmstudioUrl',
      'anthropicUrl',
      'geminiUrl',
      'zaiUrl'
    ])
  })

  test('should take null for every key', () => {
    const config = Object.fromEntries(knownKeys.map(key => [key, null]))
    expect(configSchema.parse(config)).toEqual(config)
  })

  test('should keep other keys', () => {
    expect(configSchema.parse({mine: [1]})).toEqual({mine: [1]})
  })

  test.each([
    ['system_commands', 'Be brief, please', ['Be brief, please']],
    ['system_commands', ['a', 'b'], ['a', 'b']],
    ['tags', 'a, b,, c ', ['a', 'b', 'c']],
    ['tags', '', []],
    ['stop', 'a', 'a'],
    ['stop', ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['model', 'elsewhere@x', 'elsewhere@x']
  ])('should read `%s` %j as %j', (key, value, expected) => {
    expect(configSchema.parse({[key]: value})).toEqual({[key]: expected})
  })

  test.each([
    ['system_commands', 1],
    ['model', ''],
    ['temperature', 2.1],
    ['temperature', -0.1],
    ['temperature', '1'],
    ['top_p', 1.1],
    ['max_tokens', 0],
    ['max_tokens', 1.5],
    ['presence_penalty', -3],
    ['frequency_penalty', 3],
    ['stream', 'yes'],
    ['stop', ['a', 'b', 'c', 'd', 'e']],
    ['n', 0],
    ['logit_bias', [1]],
    ['tags', [1]],
    ['agent', 1],
    ['url', 1]
  ])('should reject `%s` %j', (key, value) => {
    expect(configSchema.safeParse({[key]: value}).success).toBe(false)
  })

  test('should have a JSON Schema', () => {
    const schema = z.toJSONSchema(configSchema, {io: 'input'})
    expect(schema.properties?.temperature).toEqual({
      anyOf: [{type: 'number', minimum: 0, maximum: 2}, {type: 'null'}],
      description: 'Sampling temperature'
    })
    expect(schema.properties?.tags).toEqual({
      anyOf: [
        {
          anyOf: [{type: 'array', items: {type: 'string'}}, {type: 'string'}]
        },
        {type: 'null'}
      ],
      description: 'Tags of the note'
    })
    expect(schema.required).toBeUndefined()
  })
})
