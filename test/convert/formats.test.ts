import {type Chat, parse, stringify} from 'chatmd'
import {
  type Format,
  type FormatProblem,
  fromJson,
  fromNdjson,
  fromTree,
  json,
  type Loss,
  ndjson,
  toJson,
  toNdjson,
  toTree,
  toTurns,
  tree,
  turns
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import schema from '../../docs/ndjson.schema.json' with {type: 'json'}
import {bare, chat, note} from '../util/arbitrary.ts'
import {headings} from '../util/headings.ts'
import {findMismatch} from '../util/json-schema.ts'

const comment = '=begin-chatgpt-md-comment x =end-chatgpt-md-comment'
const example = parse(
  `---\nmodel: gpt-4o\ntemperature: 0.5\ntitle: Egg\ntags: [food]\nown: 1\n---\n\nHow long? ${comment}\n\n<hr class="__chatgpt_plugin">\n\n### role::assistant<span style="font-size: small;"> (gpt-4o)</span> <!-- {"id":"1","own":2} -->\n\nSix minutes.\n`
)

function collect() {
  const losses: Array<Loss> = []
  return {losses, onLoss: (loss: Loss) => losses.push(loss)}
}

/** A chat without comment blocks, as JSON keeps none. */
const commentless = chat.map(
  (chat): Chat => ({
    ...chat,
    children: chat.children.map(turn => ({
      ...turn,
      value: turn.value.replaceAll('=begin', '=')
    }))
  })
)

describe('json', () => {
  const data = {
    config: {
      model: 'gpt-4o',
      temperature: 0.5,
      title: 'Egg',
      tags: ['food'],
      own: 1
    },
    turns: [
      {role: 'user', content: 'How long? '},
      {
        role: 'assistant',
        model: 'gpt-4o',
        meta: {id: '1', own: 2},
        content: 'Six minutes.'
      }
    ]
  }

  test('should say what was said', () => {
    const {losses, onLoss} = collect()
    expect(toJson(example, {onLoss})).toEqual(data)
    expect(losses.map(({code, path}) => [code, ...path])).toEqual([
      ['comment-dropped', 'children', 0]
    ])
  })

  test('should read it back, and what has turns alone', () => {
    expect(json.from?.(data)).toEqual([fromJson(data)])
    expect(toJson(fromJson(data))).toEqual(data)
    expect(fromJson({turns: []})).toEqual(bare(parse('')))
  })

  test('should name another dialect', () => {
    const chat = parse('## user\n\nHi', {dialect: headings})
    const data = toJson(chat, {dialect: headings})
    expect(data).toEqual({
      dialect: 'headings',
      config: {},
      turns: [{role: 'user', content: 'Hi'}]
    })
    expect(fromJson(data, {dialect: headings})).toEqual({
      type: 'chat',
      dialect: 'headings',
      config: {},
      children: [{type: 'turn', role: 'user', value: 'Hi'}]
    })
  })

  test('should read back every chat, but for comment blocks', () => {
    fc.assert(
      fc.property(commentless, chat => {
        const data = JSON.parse(JSON.stringify(toJson(chat)))
        expect(bare(fromJson(data))).toEqual(bare(chat))
      })
    )
  })

  test.each([
    [{}, 'Expected a list at `turns` of a chat'],
    [
      {turns: [{role: 'user'}]},
      'Expected a string at `turns[0].content` of a chat'
    ],
    [
      {turns: [{role: 'user', content: '', meta: 1}]},
      'Expected an object at `turns[0].meta` of a chat'
    ],
    [{turns: [], config: []}, 'Expected an object at `config` of a chat']
  ])('should throw on %j', (value, message) => {
    expect(() => fromJson(value)).toThrow(new TypeError(message))
    expect(json.detect?.(value)).toBe(false)
  })
})

describe('tree', () => {
  test('should give every note back byte for byte', () => {
    fc.assert(
      fc.property(note, value => {
        const data = JSON.parse(JSON.stringify(toTree(parse(value))))
        expect(stringify(fromTree(data))).toBe(value)
        expect(tree.from?.(data)).toEqual([data])
      })
    )
  })

  test.each([
    [{}, 'Expected `chat` at `type` of a tree'],
    [
      {type: 'chat', config: {}, children: [{}]},
      'Expected `turn` at `children[0].type` of a tree'
    ],
    [
      {type: 'chat', config: {}, children: [{type: 'turn', role: 1}]},
      'Expected `chat.children[0].role` to be a string'
    ]
  ])('should throw on %j', (value, message) => {
    expect(() => fromTree(value)).toThrow(new TypeError(message))
  })
})

describe('ndjson', () => {
  const problems: Array<FormatProblem> = [
    {line: 1, column: null, rule: 'x', severity: 'info', reason: 'Unexpected'}
  ]
  const row = {
    version: 1,
    file: 'egg.md',
    title: 'Egg',
    model: 'gpt-4o',
    temperature: 0.5,
    tags: ['food'],
    config:
      '{"model":"gpt-4o","temperature":0.5,"title":"Egg","tags":["food"],"own":1}',
    turns: [
      {index: 0, role: 'user', model: null, content: 'How long? ', line: 9},
      {
        index: 1,
        role: 'assistant',
        model: 'gpt-4o',
        content: 'Six minutes.',
        line: 11
      }
    ],
    problems
  }

  test('should have every key', () => {
    const {losses, onLoss} = collect()
    const options = {file: 'egg.md', problems, onLoss}
    expect(toNdjson(example, options)).toEqual(row)
    expect(losses.map(({code, path}) => [code, ...path])).toEqual([
      ['comment-dropped', 'children', 0],
      ['id-dropped', 'children', 1, 'meta', 'id'],
      ['extra-dropped', 'children', 1, 'meta', 'own']
    ])
    expect(toNdjson(parse('', {position: false}))).toEqual({
      version: 1,
      file: null,
      title: null,
      model: null,
      temperature: null,
      tags: null,
      config: '{}',
      turns: [],
      problems: null
    })
    const [turn] = toNdjson(parse('Hi', {position: false})).turns
    expect(turn?.line).toBeNull()
  })

  test('should read rows back', () => {
    expect(toNdjson(fromNdjson(row), {file: 'egg.md', problems})).toEqual({
      ...row,
      turns: row.turns.map(turn => ({...turn, line: null}))
    })
    expect(ndjson.from?.([row, row])).toEqual([
      fromNdjson(row),
      fromNdjson(row)
    ])
    expect(() => ndjson.from?.(row)).toThrow(
      new TypeError('Expected a list as rows')
    )
  })

  test('should write content of another dialect as it is', () => {
    const chat = fromNdjson(
      {...row, turns: [{...row.turns[0], content: comment}]},
      {dialect: headings}
    )
    expect(chat.children[0]?.value).toBe(comment)
    expect(toNdjson(chat, {dialect: headings}).turns[0]?.content).toBe(comment)
  })

  test('should read back every chat, but for meta and comment blocks', () => {
    fc.assert(
      fc.property(commentless, chat => {
        const row = JSON.parse(JSON.stringify(toNdjson(chat)))
        expect(findMismatch(row, schema)).toBeUndefined()
        expect(ndjson.detect?.(row)).toBe(true)
        const children = chat.children.map(({meta: _, ...turn}) => turn)
        expect(bare(fromNdjson(row))).toEqual(bare({...chat, children}))
      })
    )
  })

  test.each(['[]', '{', '1'])('should throw on the config %s', config => {
    expect(() => fromNdjson({...row, config})).toThrow(
      new TypeError('Expected JSON of an object at `config` of a row')
    )
  })

  test('should have a JSON Schema that takes its rows, and no others', () => {
    expect(findMismatch(row, schema)).toBeUndefined()
    expect(findMismatch({...row, own: 1}, schema)).toBe('own')
    expect(findMismatch({...row, title: undefined}, schema)).toBe('title')
    for (const key of Object.keys(row)) {
      const {[key as 'file']: _, ...rest} = row
      expect(findMismatch(rest, schema)).toBe(key)
      expect(ndjson.detect?.(rest)).toBe(false)
      expect(findMismatch({...row, [key]: {}}, schema)).toBe(key)
    }
    for (const key of Object.keys(row.turns[0] ?? {})) {
      const turns = [{...row.turns[0], [key]: {}}]
      expect(findMismatch({...row, turns}, schema)).toBe(`turns.0.${key}`)
    }
  })
})

test('should give a row for each turn', () => {
  expect(toTurns(example, {file: 'egg.md'})).toEqual([
    {
      file: 'egg.md',
      index: 0,
      role: 'user',
      model: null,
      content: 'How long? ',
      line: 9
    },
    {
      file: 'egg.md',
      index: 1,
      role: 'assistant',
      model: 'gpt-4o',
      content: 'Six minutes.',
      line: 11
    }
  ])
  expect(turns.to?.(parse('Hi'))).toEqual([
    {file: null, index: 0, role: 'user', model: null, content: 'Hi', line: 1}
  ])
})

test.each<[Format, unknown]>([
  [json, toJson(example)],
  [tree, example],
  [ndjson, toNdjson(example)]
])('should tell the shape of $id from the others', (format, value) => {
  const formats = [json, tree, ndjson]
  expect(formats.filter(({detect}) => detect?.(value))).toEqual([format])
})
