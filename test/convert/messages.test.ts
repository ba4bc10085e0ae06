import {type Chat, parse, stringify} from 'chatmd'
import {fromMessages, type Loss, toMessages} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {headings} from '../util/headings.ts'
import {messages} from '../util/messages.ts'
import {splitAsPlugin} from '../util/plugin.ts'
import {hasShared, readShared, reason} from '../util/shared.ts'

const settings = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 1000),
  includeErrorInReport: true
}

const delimiter = '<hr class="__chatgpt_plugin">'
const comment = '=begin-chatgpt-md-comment\nfor me\n=end-chatgpt-md-comment'

/** A chat made of turns. */
function toChat(...turns: Array<[role: string, value: string]>): Chat {
  return {
    type: 'chat',
    config: {},
    children: turns.map(([role, value]) => ({type: 'turn', role, value}))
  }
}

function text(value: string) {
  return [{type: 'text' as const, text: value}]
}

/** Collect the losses of a conversion. */
function collect(): {losses: Array<Loss>; onLoss: (loss: Loss) => void} {
  const losses: Array<Loss> = []
  return {losses, onLoss: loss => losses.push(loss)}
}

describe('toMessages', () => {
  test('should put instructions first', () => {
    const note = `---\nsystem_commands: [Be brief, "Be kind"]\n---\nHi\n`
    expect(toMessages(parse(note))).toEqual([
      {role: 'system', parts: text('Be brief')},
      {role: 'system', parts: text('Be kind')},
      {role: 'user', parts: text('Hi')}
    ])
  })

  test('should leave comment blocks out, and say so', () => {
    const {losses, onLoss} = collect()
    const chat = parse(`Hi${comment}\n\nyou ${comment}`)
    expect(toMessages(chat, {onLoss})).toEqual([
      {role: 'user', parts: text('Hi\n\nyou')}
    ])
    expect(losses).toEqual([
      {
        code: 'comment-dropped',
        path: ['children', 0],
        reason: 'Cannot send a comment block: it is for the author',
        place: chat.children[0]?.position
      }
    ])
  })

  test('should keep a comment block that never closes', () => {
    const chat = toChat(['user', 'a =begin-chatgpt-md-comment b'])
    expect(toMessages(chat)).toEqual([
      {role: 'user', parts: text('a =begin-chatgpt-md-comment b')}
    ])
  })

  test('should leave out the question that waits, and nothing else silently', () => {
    const {losses, onLoss} = collect()
    const chat = toChat(
      ['user', 'Hi'],
      ['assistant', ''],
      ['user', comment],
      ['user', '']
    )
    expect(toMessages(chat, {onLoss})).toEqual([
      {role: 'user', parts: text('Hi')}
    ])
    expect(losses.map(({code, path}) => [code, ...path])).toEqual([
      ['comment-dropped', 'children', 2],
      ['empty-turn-dropped', 'children', 1],
      ['empty-turn-dropped', 'children', 2]
    ])
    expect(toMessages(toChat(['assistant', '']), {onLoss})).toEqual([])
    expect(losses).toHaveLength(4)
  })

  test('should say where an empty turn is', () => {
    const {losses, onLoss} = collect()
    const chat = parse(`Hi\n${delimiter}\nrole::assistant\n${delimiter}\n`)
    toMessages(chat, {onLoss})
    expect(losses.map(({place}) => place)).toEqual([chat.children[1]?.position])
  })

  test('should decode what looks like structure', () => {
    const note = `role::user\n\n${delimiter.replace(' ', '  ')} role\\::user`
    expect(toMessages(parse(note))).toEqual([
      {role: 'user', parts: text(`${delimiter} role::user`)}
    ])
  })

  test('should give what the header says', () => {
    const chat: Chat = {
      type: 'chat',
      config: {},
      children: [
        {
          type: 'turn',
          role: 'assistant',
          model: 'm',
          value: 'Hi',
          meta: {
            id: 'i',
            name: 'n',
            time: 't',
            weight: 0,
            own: [1],
            none: undefined
          }
        },
        {
          type: 'turn',
          role: 'assistant',
          value: 'Hi',
          meta: JSON.parse('{"id": 1, "weight": 2, "__proto__": 3}')
        }
      ]
    }
    expect(toMessages(chat)).toEqual([
      {
        role: 'assistant',
        parts: text('Hi'),
        model: 'm',
        id: 'i',
        name: 'n',
        time: 't',
        weight: 0,
        extra: {own: [1]}
      },
      {
        role: 'assistant',
        parts: text('Hi'),
        extra: JSON.parse('{"id": 1, "weight": 2, "__proto__": 3}')
      }
    ])
  })

  test('should read blocks in turns of the assistant and of tools only', () => {
    const value = '```text tool-result f\n1\n```'
    const result = [{type: 'tool-result', name: 'f', output: '1'}]
    const chat = toChat(
      ['user', value],
      ['assistant', value],
      ['tool', value],
      ['developer', value]
    )
    expect(toMessages(chat).map(({parts}) => parts)).toEqual([
      text(value),
      result,
      result,
      text(value)
    ])
    expect(toMessages(chat, {blocks: false}).map(({parts}) => parts)).toEqual([
      text(value),
      text(value),
      text(value),
      text(value)
    ])
  })

  test('should read a chat of another dialect, which has no comments', () => {
    const chat = parse(`## user\n\n${comment}`, {dialect: headings})
    const messages = [{role: 'user', parts: text(comment)}]
    expect(toMessages(chat, {dialect: headings})).toEqual(messages)
    expect(toMessages(chat)).toEqual(messages)
  })
})

describe('resolveLink', () => {
  const notes: Record<string, string> = {
    a: 'A',
    'b#c': `---\nmodel: m\n---\nQ\n${delimiter}\nrole::assistant\n\nS ${comment}![[a|x]]\n${delimiter}\nrole::user\n`,
    loop: 'x [[loop]] y',
    fork: 'x [[fork2]] [[fork2]]',
    fork2: 'x'.repeat(6_000_000),
    'json tool-call': '```json tool-call f\n{}\n```'
  }

  function resolve(value: string) {
    const {losses, onLoss} = collect()
    const [message] = toMessages(toChat(['assistant', value]), {
      onLoss,
      resolveLink: target =>
        /^\d+$/.test(target) ? `[[${Number(target) + 1}]]` : notes[target]
    })
    return {parts: message?.parts, reasons: losses.map(({reason}) => reason)}
  }

  test.each([
    ['x [[a]] [[a|shown]] ![[a]] y', 'x A A A y'],
    ['[[no]] [a] [[]]', '[[no]] [a] [[]]'],
    ['[[b#c]]', 'Q\n\nS A'],
    ['```\n[[a]]\n```\n[[a]]', '```\n[[a]]\n```\nA'],
    ['[[a]]\n```\n[[a]]', 'A\n```\n[[a]]'],
    ['x [[json tool-call]]', 'x ```json tool-call f\n{}\n```']
  ])('should make of %j %j', (value, expected) => {
    expect(resolve(value)).toEqual({parts: text(expected), reasons: []})
  })

  test('should leave a link to a note above', () => {
    expect(resolve('[[loop]]')).toEqual({
      parts: text('x [[loop]] y'),
      reasons: ['Cannot inline `[[loop]]`: the note links to itself']
    })
  })

  test('should go no deeper than 10 notes', () => {
    expect(resolve('[[1]]')).toEqual({
      parts: text('[[11]]'),
      reasons: [
        'Cannot inline `[[11]]`: expected at most 10 notes in each other'
      ]
    })
  })

  test('should not let links multiply notes without end', () => {
    const {parts, reasons} = resolve('[[fork]]')
    expect(parts).toEqual(text(`x ${notes.fork2} [[fork2]]`))
    expect(reasons).toEqual([
      'Cannot inline `[[fork2]]`: expected at most 10000000 characters of notes'
    ])
  })

  test('should inline notes of another dialect', () => {
    const chat: Chat = {...toChat(['user', '[[a]]']), dialect: 'headings'}
    const options = {
      dialect: headings,
      resolveLink: () => `## user\n\nA\n\n## assistant\n\n${comment}`
    }
    expect(toMessages(chat, options)).toEqual([
      {role: 'user', parts: text(`A\n\n${comment}`)}
    ])
  })

  test('should leave other parts alone', () => {
    const call = '```json tool-call f\n{ "a": "[[a]]" }\n```'
    expect(resolve(call).parts).toEqual([
      {type: 'tool-call', name: 'f', input: {a: '[[a]]'}}
    ])
  })
})

describe('fromMessages', () => {
  test('should put instructions before the first turn in the frontmatter', () => {
    const chat = fromMessages(
      [
        {role: 'system', parts: text('B')},
        {role: 'User', parts: text('Hi')},
        {role: 'system', parts: text('C')}
      ],
      {config: {system_commands: ['A'], model: 'm'}}
    )
    expect(chat).toEqual({
      ...toChat(['user', 'Hi'], ['system', 'C']),
      config: {system_commands: ['A', 'B'], model: 'm'}
    })
  })

  test('should say what an instruction cannot keep', () => {
    const {losses, onLoss} = collect()
    const chat = fromMessages(
      [
        {role: 'system', parts: [...text('a'), ...text('b')], id: '1'},
        {role: 'system', parts: text(''), model: 'm'}
      ],
      {onLoss}
    )
    expect(chat.config).toEqual({system_commands: ['a\n\nb']})
    expect(losses.map(({code, path}) => [code, ...path])).toEqual([
      ['id-dropped', 'messages', 0, 'id'],
      ['parts-joined', 'messages', 0],
      ['model-dropped', 'messages', 1],
      ['empty-turn-dropped', 'messages', 1]
    ])
  })

  test('should write who and when in headers, or say what is lost', () => {
    const message = {
      role: 'user',
      parts: text('Hi'),
      id: 'i',
      name: 'n',
      time: 't',
      weight: 0 as const,
      extra: {id: 'other', own: 1}
    }
    expect(fromMessages([message]).children[0]?.meta).toEqual({
      id: 'i',
      name: 'n',
      time: 't',
      weight: 0,
      own: 1
    })
    const {losses, onLoss} = collect()
    const chat = fromMessages([message], {metadata: 'none', onLoss})
    expect(chat).toEqual(toChat(['user', 'Hi']))
    expect(losses.map(({code, path}) => [code, ...path.slice(2)])).toEqual([
      ['id-dropped', 'id'],
      ['name-dropped', 'name'],
      ['time-dropped', 'time'],
      ['weight-dropped', 'weight'],
      ['extra-dropped', 'extra', 'id'],
      ['extra-dropped', 'extra', 'own']
    ])
  })

  test('should say which parts are text in a turn', () => {
    const {losses, onLoss} = collect()
    const call = {type: 'tool-call' as const, name: 'f', input: {}}
    const chat = fromMessages([{role: 'user', parts: [call]}], {onLoss})
    expect(chat.children[0]?.value).toBe('```json tool-call f\n{}\n```')
    expect(losses).toEqual([
      {
        code: 'unknown-part',
        path: ['messages', 0, 'parts', 0],
        reason:
          'Cannot keep a `tool-call` part in a turn of `user`: it is text there'
      }
    ])
  })

  test('should keep text that looks like a comment block', () => {
    const value = `a ${comment} =begin\\-chatgpt-md-comment`
    const chat = fromMessages([{role: 'user', parts: text(value)}])
    expect(toMessages(chat)).toEqual([{role: 'user', parts: text(value)}])
  })

  test('should write a chat of another dialect', () => {
    const chat = fromMessages([{role: 'user', parts: text(comment)}], {
      dialect: headings
    })
    expect(chat).toEqual({...toChat(['user', comment]), dialect: 'headings'})
  })

  test.each([[[null]], [[{role: 'user'}]], [[{role: 1, parts: []}]]])(
    'should throw on %j',
    messages => {
      // @ts-expect-error: wrong on purpose.
      expect(() => fromMessages(messages)).toThrow(
        new TypeError('Expected `messages[0]` to have a `role` and `parts`')
      )
    }
  )
})

describe('laws', () => {
  test('should read back all messages, through the note too', () => {
    fc.assert(
      fc.property(messages, messages => {
        const chat = fromMessages(messages)
        expect(toMessages(chat)).toEqual(messages)
        const note = stringify(chat)
        expect(toMessages(parse(note))).toEqual(messages)
        expect(splitAsPlugin(note).length).toBeLessThanOrEqual(
          chat.children.length + 1
        )
      }),
      settings
    )
  })
})

describe.skipIf(!hasShared)(`real notes${reason}`, () => {
  const sources: Array<{file: string}> = hasShared
    ? JSON.parse(readShared('corpus/expected.json'))
    : []

  test('should be the same messages again, with contents byte for byte', () => {
    for (const {file} of sources) {
      const {children} = parse(readShared(`corpus/${file}`))
      const said = children.filter(({value}) => value !== '')
      const messages = toMessages({type: 'chat', config: {}, children})
      const chat = fromMessages(messages)
      expect(chat.children.map(({value}) => value)).toEqual(
        said.map(({value}) => value)
      )
      expect(toMessages(parse(stringify(chat)))).toEqual(messages)
    }
  })
})
