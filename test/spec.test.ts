import {readdirSync, readFileSync} from 'node:fs'
import {type Chat, check, detect, parse, stringify, type Turn} from 'chatmd'
import {describe, expect, test} from 'vitest'
import {type PluginMessage, readAsPlugin} from './util/plugin.ts'

const folder = new URL('../spec/', import.meta.url)

/** A turn as the cases have it. */
interface SpecTurn {
  role: string
  model?: string
  meta?: Turn['meta']
  content: string
}

/** A note, and how it is read. */
interface ReadCase {
  name: string
  source: string
  turns: Array<SpecTurn>
  config?: Chat['config']
  problems?: Array<string>
  optional?: Array<string>
  plugin: Array<PluginMessage> | null
}

/** A content, and how it is written. */
interface EscapeCase {
  name: string
  value: string
  written: string
}

/** Turns to add to a note, and the note after that; `null` if refused. */
interface WriteCase {
  name: string
  source: string
  add: Array<SpecTurn>
  written: string | null
}

/** A text, and whether it is a chat. */
interface DetectCase {
  name: string
  source: string
  chat: 'surely' | 'maybe' | 'no'
}

/** Chapters that are not about reading. */
const others = ['detect', 'escapes', 'write']

const readChapters = readdirSync(folder)
  .flatMap(file => /^(.+)\.json$/.exec(file)?.[1] ?? [])
  .filter(name => !others.includes(name))

/** Read the cases of a chapter, each with its name. */
function readCases<Case extends {name: string}>(
  chapter: string
): Array<[string, Case]> {
  const url = new URL(`${chapter}.json`, folder)
  const cases: Array<Case> = JSON.parse(readFileSync(url, 'utf8'))
  return cases.map(item => [item.name, item])
}

test('should have no two cases of one name in a chapter', () => {
  for (const chapter of [...readChapters, ...others]) {
    const names = readCases(chapter).map(([name]) => name)
    expect(new Set(names).size, chapter).toBe(names.length)
  }
})

describe.each(readChapters)('spec/%s.json', chapter => {
  test.each(readCases<ReadCase>(chapter))('%s', (_name, note) => {
    const chat = parse(note.source)
    expect(chat.children.map(toSpec)).toEqual(note.turns)
    expect(chat.config).toEqual(note.config ?? {})
    expect(stringify(chat)).toBe(note.source)
    expect(check(note.source).map(({ruleId}) => ruleId)).toEqual(
      note.problems ?? []
    )
    expect(readAsPlugin(note.source)).toEqual(note.plugin)
    if (note.optional) expect(findOptional(note.source)).toEqual(note.optional)
  })
})

describe('spec/escapes.json', () => {
  test.each(readCases<EscapeCase>('escapes'))(
    '%s',
    (_name, {value, written}) => {
      const children: Array<Turn> = [
        {type: 'turn', role: 'user', value: 'Hi'},
        {type: 'turn', role: 'assistant', value}
      ]
      const note = stringify({type: 'chat', config: {}, children})
      expect(note.split('role::assistant\n\n')[1]).toBe(`${written}\n`)
      expect(parse(note).children.map(turn => turn.value)).toEqual([
        'Hi',
        value
      ])
    }
  )
})

describe('spec/write.json', () => {
  test.each(readCases<WriteCase>('write'))(
    '%s',
    (_name, {source, add, written}) => {
      const chat = parse(source)
      for (const {content, ...speaker} of add) {
        chat.children.push({type: 'turn', ...speaker, value: content})
      }
      if (written === null) expect(() => stringify(chat)).toThrow(TypeError)
      else expect(stringify(chat)).toBe(written)
    }
  )
})

describe('spec/detect.json', () => {
  test.each(readCases<DetectCase>('detect'))('%s', (_name, {source, chat}) => {
    const confidence = detect(source)[0]?.confidence ?? 0
    const found = confidence >= 0.9 ? 'surely' : 'maybe'
    expect(confidence > 0 ? found : 'no').toBe(chat)
  })
})

function toSpec({role, model, meta, value}: Turn): SpecTurn {
  return {
    role,
    ...(model !== undefined && {model}),
    ...(meta !== undefined && {meta}),
    content: value
  }
}

/** Problems of the rules that are off by default. */
function findOptional(source: string): Array<string> {
  const on = {'repeated-role': true, 'text-between-rules': true}
  return check(source, {rules: on}).flatMap(({ruleId}) =>
    ruleId !== undefined && ruleId in on ? ruleId : []
  )
}
