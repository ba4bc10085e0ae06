import {type Chat, parse, stringify, type Turn, type TurnMeta} from 'chatmd'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">'
const hard = `${line} `

/** Change a parsed note and print it. */
function edit(value: string, change: (turns: Array<Turn>, chat: Chat) => void) {
  const tree = parse(value)
  change(tree.children, tree)
  return stringify(tree)
}

/** Print turns made by hand. */
function print(...children: Array<Omit<Turn, 'type'>>) {
  return stringify({
    type: 'chat',
    config: {},
    children: children.map(turn => ({type: 'turn', ...turn}))
  })
}

function at<T>(list: Array<T>, index: number): T {
  return list.at(index) as T
}

describe('new chats', () => {
  test('should print one as ChatGPT MD writes it', () => {
    expect(
      print(
        {role: 'user', value: 'Hi'},
        {role: 'assistant', model: 'gpt-4o', value: 'Hello!'},
        {role: 'user', value: ''}
      )
    ).toBe(
      `Hi\n\n${line}\n\n### role::assistant<span style="font-size: small;"> (gpt-4o)</span>\n\nHello!\n\n${line}\n\n### role::user\n\n`
    )
  })

  test('should print one without turns as nothing', () => {
    expect(print()).toBe('')
  })

  test.each([
    ['is empty', {role: 'user', value: ''}, `${line}\n\n### role::user\n\n`],
    [
      'is not the user’s',
      {role: 'tool', value: '4'},
      `${line}\n\n### role::tool\n\n4\n`
    ],
    [
      'names a model',
      {role: 'user', model: '', value: '4'},
      `${line}\n\n### role::user<span style="font-size: small;"> ()</span>\n\n4\n`
    ],
    [
      'would be frontmatter',
      {role: 'user', value: '---\na: 1\n---'},
      `${line}\n\n### role::user\n\n---\na: 1\n---\n`
    ],
    [
      'ChatGPT MD would take for frontmatter',
      {role: 'user', value: '  ----\na\n---'},
      `${line}\n\n### role::user\n\n  ----\na\n---\n`
    ],
    [
      'starts with a byte order mark',
      {role: 'user', value: '\ufeffa'},
      `${line}\n\n### role::user\n\n\ufeffa\n`
    ]
  ])('should print the boundary of a first turn that %s', (_, turn, value) => {
    expect(print(turn)).toBe(value)
  })

  test('should print a first turn as it is after a config', () => {
    const config = {model: 'm'}
    const children: Array<Turn> = [{type: 'turn', role: 'user', value: '----'}]
    expect(stringify({type: 'chat', config, children})).toBe(
      '---\nmodel: m\n---\n\n----\n'
    )
  })

  test('should print a config, and a blank line after it', () => {
    const config = {model: 'gpt-4o', temperature: 0.5}
    const children: Array<Turn> = [{type: 'turn', role: 'user', value: 'Hi'}]
    expect(stringify({type: 'chat', config, children})).toBe(
      '---\nmodel: gpt-4o\ntemperature: 0.5\n---\n\nHi\n'
    )
  })

  test('should print contents without blank lines at their ends', () => {
    expect(print({role: 'user', value: '\n \n  a \n\n'})).toBe('  a\n')
  })
})

describe('contents', () => {
  test.each([
    [`a\n${line}\nb`, `a\n<hr  class="__chatgpt_plugin">\nb`],
    [`\`${line}\``, '`<hr  class="__chatgpt_plugin">`'],
    [`\`\`\`\n${line}\n\`\`\``, '```\n<hr  class="__chatgpt_plugin">\n```'],
    ['<hr   class="__chatgpt_plugin">', '<hr    class="__chatgpt_plugin">'],
    ['a\nrole::user', 'a\nrole\\::user'],
    ['a\n## 1. role:: user', 'a\n## 1. role\\:: user'],
    ['role\\\\::user x', 'role\\\\\\::user x'],
    ['```\nrole::user\n```', '```\nrole\\::user\n```'],
    ['```\nrole\\::user\n```', '```\nrole\\\\::user\n```'],
    ['a role::user', 'a role\\::user'],
    ['a role::', 'a role\\::'],
    ['role::user is what', 'role\\::user is what'],
    ['role::user\nrole::tool', 'role\\::user\nrole\\::tool']
  ])('should write %j as %j', (value, body) => {
    const printed = print({role: 'user', value: 'x'}, {role: 'tool', value})
    expect(printed).toBe(`x\n\n${line}\n\n### role::tool\n\n${body}\n`)
    expect(parse(printed).children[1]?.value).toBe(value)
  })

  test('should escape a value that is set to what stands in the note', () => {
    expect(
      edit('a role\\::user\n', turns => {
        at(turns, 0).value = 'a role\\::user'
      })
    ).toBe('a role\\\\::user\n')
  })

  test('should write a hard delimiter where code would hide it', () => {
    const printed = print(
      {role: 'user', value: '```\na'},
      {role: 'assistant', value: '```\nb'}
    )
    expect(printed).toBe(
      `\`\`\`\na\n\n${hard}\n\n### role::assistant\n\n\`\`\`\nb\n`
    )
  })

  test('should write a delimiter as it is where code is cut, if it is seen', () => {
    expect(
      print({role: 'user', value: '```\na'}, {role: 'assistant', value: 'b'})
    ).toBe(`\`\`\`\na\n\n${line}\n\n### role::assistant\n\nb\n`)
  })

  test('should make few delimiters hard where each repair asks for the next', () => {
    const turns = Array.from({length: 12}, (_, index) => ({
      role: 'user',
      value: '`'.repeat(20 - index)
    }))
    const printed = print(...turns, {role: 'user', value: '`'.repeat(20)})
    expect(parse(printed).children.map(turn => turn.value)).toEqual([
      ...turns.map(turn => turn.value),
      '`'.repeat(20)
    ])
  })
})

describe('untouched pieces', () => {
  const source = `---\r\nmodel:  'a' # b\r\n---\r\n\r\nHi\r\n  ${line}\t\r\n## 1.2 role::ASSISTANT<!-- c -->\r\nHello\r\n\r\n\r\n${line}\nrole::user\r`

  test('should print a note with oddities as it is', () => {
    expect(stringify(parse(source))).toBe(source)
  })

  test.each<[string, (turns: Array<Turn>) => void, string, string]>([
    [
      'role',
      turns => {
        at(turns, 1).role = 'system'
      },
      'ASSISTANT<!--',
      'system<!--'
    ],
    [
      'model',
      turns => {
        at(turns, 1).model = 'x'
      },
      'ASSISTANT<!--',
      'ASSISTANT<span style="font-size: small;"> (x)</span><!--'
    ],
    [
      'value',
      turns => {
        at(turns, 1).value = 'Bye\nrole::user'
      },
      'Hello',
      'Bye\nrole\\::user'
    ],
    [
      'value of an empty turn',
      turns => {
        at(turns, 2).value = 'Bye'
      },
      'role::user\r',
      'role::user\r\nBye'
    ]
  ])('should change only the %s', (_, change, from, to) => {
    expect(edit(source, change)).toBe(source.replace(from, to))
  })

  test('should change only a key', () => {
    expect(
      edit(source, (_, chat) => {
        chat.config.model = 'c'
      })
    ).toBe(source.replace("'a'", "'c'"))
  })
})

describe('boundaries', () => {
  const span = '<span style="font-size: small;">'

  test.each<[string, string, Partial<Turn>, string]>([
    [
      'a changed model',
      `${line}\n### role::assistant${span} (a)</span> b\n`,
      {model: 'c'},
      `${line}\n### role::assistant${span} (c)</span> b\n`
    ],
    [
      'a removed model',
      `${line}\n### role::assistant ${span} (a)</span>\n`,
      {model: undefined},
      `${line}\n### role::assistant\n`
    ],
    [
      'a changed role, the model kept',
      `${line}\n### role::assistant ${span} (a)</span>\n`,
      {role: 'tool'},
      `${line}\n### role::tool ${span} (a)</span>\n`
    ],
    [
      'a changed role, the model line kept',
      `${line}\n${span} (a)</span>\n\n### role::assistant\n`,
      {role: 'tool'},
      `${line}\n${span} (a)</span>\n\n### role::tool\n`
    ],
    [
      'a changed model that had a line of its own',
      `${line}\n${span} (a)</span>\n\n### role::assistant\n`,
      {model: 'b'},
      `${line}\n### role::assistant${span} (b)</span>\n`
    ],
    [
      'a delimiter that gets a header',
      `${line}\nHi\n`,
      {role: 'assistant'},
      `${line}\n\n### role::assistant\n\nHi\n`
    ],
    [
      'no boundary that becomes one',
      'Hi\n',
      {role: 'assistant'},
      `${line}\n\n### role::assistant\n\nHi\n`
    ],
    [
      'a delimiter that would take the header of the next turn',
      `${line}\nHi\n### role::user\nx`,
      {value: ''},
      `${line}\n\n### role::user\n\n### role::user\nx`
    ],
    [
      'no boundary that becomes one, before a header in CR',
      'Hi\rrole::user\rx',
      {value: ''},
      `${line}\r\rrole::user\r\rrole::user\rx`
    ],
    [
      'a header whose text would be the model',
      `role::assistant${span} (a)</span>${span} (b)</span>\n\nHi\n`,
      {model: undefined},
      `${line}\n\nrole::assistant\n\nHi\n`
    ]
  ])('should print %s', (_, source, change, printed) => {
    expect(
      edit(source, turns => {
        turns[0] = {...at(turns, 0), ...change}
      })
    ).toBe(printed)
  })

  test.each([
    [
      'no heading and no blank lines',
      `a\n${line}\nrole::user\nb\n`,
      `${line}\nrole::assistant\nc\n`
    ],
    [
      'another level',
      `a\n\n${line}\n\n# 1. role::user\n\nb\n`,
      `\n${line}\n\n# role::assistant\n\nc\n`
    ],
    [
      'CRLF',
      `a\r\n\r\n${line}\r\n\r\n## role::user\r\n\r\nb`,
      `\r\n\r\n${line}\r\n\r\n## role::assistant\r\n\r\nc\r\n`
    ],
    ['nothing to learn from', `a`, `\n\n${line}\n\n### role::assistant\n\nc\n`],
    [
      'no header',
      `a\r\n${line}\r\nb`,
      `\r\n\r\n${line}\r\n\r\n### role::assistant\r\n\r\nc\r\n`
    ],
    [
      'no delimiter',
      `# role::user\n\nb\n`,
      `\n${line}\n\n# role::assistant\n\nc\n`
    ]
  ])('should add a turn in the style of a note with %s', (_, source, added) => {
    const turn: Turn = {type: 'turn', role: 'assistant', value: 'c'}
    expect(edit(source, turns => turns.push(turn))).toBe(source + added)
  })

  test('should take the style from turns that follow if none comes before', () => {
    const source = `${line}\n\n# role::user\n\na\n`
    const turn: Turn = {type: 'turn', role: 'system', value: 'b'}
    expect(edit(source, turns => turns.unshift(turn))).toBe(
      `${line}\n\n# role::system\n\nb\n\n${source}`
    )
  })
})

describe('neighbours', () => {
  const header =
    '### 1.2 role::assistant<span style="font-size: small;"> (m)</span> my note'

  test.each([
    ['', header],
    [
      ' and take the fence off its delimiter',
      `\`\`\`\n${line}\n\`\`\`\n${header}`
    ]
  ])('should keep a header that code would hide%s', (_, open) => {
    const source = `a\n\n${open}\n\nc\n`
    const printed = edit(source, turns => {
      at(turns, 0).value = '~~~\ncut'
    })
    expect(printed).toBe(`~~~\ncut\n\n${line}\n\n${header}\n\nc\n`)
  })

  test('should make only the next delimiter hard where code is left open', () => {
    const rest = '\nrole::user\n\n`````\n### role::assistant\n---\n'
    const printed = edit(`a\n\nrole::user${rest}`, turns => {
      at(turns, 0).value = '````\nb'
    })
    expect(printed).toBe(`\`\`\`\`\nb\n\n${hard}\n\nrole::user${rest}`)
  })

  test('should put a delimiter before a changed turn, not escape one before it', () => {
    const quote = `Hi\n\`\`\`\nx\n${line}\n\`\`\`\n`
    expect(
      edit(`${quote}role::assistant\na\n`, turns => {
        at(turns, 1).value = '```\nb'
      })
    ).toBe(`${quote}${line}\n\nrole::assistant\n\`\`\`\nb\n`)
  })

  test('should make the delimiter of a changed turn hard, not one before it', () => {
    const cut = `\`\`\`\na\n${line}\nrole::assistant\nb\n`
    expect(
      edit(`${cut}${line}\nrole::user\nc\n`, turns => {
        at(turns, 2).value = '```\nd'
      })
    ).toBe(`${cut}${hard}\nrole::user\n\`\`\`\nd\n`)
  })

  test('should not let a delimiter stand in a fence of two turns', () => {
    const rest = '\n```\n\nrole::other\n'
    expect(
      edit(`a\n${line}${rest}`, turns => {
        at(turns, 0).value = 'a\n```'
      })
    ).toBe(`a\n\`\`\`\n${hard}${rest}`)
  })

  test('should open the first turn with a boundary where frontmatter would close', () => {
    expect(
      edit(`---\na\n${line}\nb\n`, turns => {
        at(turns, 1).value = '---'
      })
    ).toBe(`${line}\n\n### role::user\n\n---\na\n${line}\n---\n`)
  })

  test('should keep what can be kept where all turns are made safe', () => {
    const value = '`'.repeat(20)
    const source = `Hi\n\n\`\`\`\nx\n${line}\n\`\`\`\n`
    const printed = edit(source, turns => {
      for (let index = 0; index < 12; index++) {
        const value = '`'.repeat(20 - index)
        turns.push({type: 'turn', role: 'user', value})
      }
      turns.push({type: 'turn', role: 'user', value})
    })
    expect(printed.startsWith(`${source}\n${hard}\n`)).toBe(true)
    expect(parse(printed).children).toHaveLength(14)
  })

  test('should keep headers where all turns are made safe', () => {
    const value = '`'.repeat(20)
    const source = `${value}\n\n${line}\n\n${header}\n\nc\n`
    const printed = edit(source, turns => {
      for (let index = 0; index < 15; index++) {
        const value = '`'.repeat(19 - index)
        turns.splice(1 + index, 0, {type: 'turn', role: 'user', value})
      }
      turns.push({type: 'turn', role: 'user', value})
    })
    expect(printed).toContain(`\n\n${header}\n\nc\n`)
    expect(parse(printed).children).toHaveLength(18)
  })
})

describe('moved turns', () => {
  const source = `a\n\n${line}\n\nrole::assistant\n\nb\n\n${line}\n\nrole::user\n\nc`

  test('should delete one', () => {
    expect(edit(source, turns => turns.splice(1, 1))).toBe(
      `a\n\n${line}\n\nrole::user\n\nc`
    )
  })

  test('should delete the first', () => {
    expect(edit(source, turns => turns.shift())).toBe(source.slice(3))
  })

  test('should reverse them', () => {
    expect(edit(source, turns => turns.reverse())).toBe(
      `${line}\n\nrole::user\n\nc\n\n${line}\n\nrole::assistant\n\nb\n\n${line}\n\nrole::user\n\na\n\n`
    )
  })

  test('should escape a quoted chat whose code does not close any more', () => {
    const quoted = `\`\`\`\n${line}\nrole::user\n\`\`\``
    const value = edit(quoted, turns =>
      turns.push({type: 'turn', role: 'user', value: '```\nx'})
    )
    expect(parse(value).children.map(turn => turn.value)).toEqual([
      quoted,
      '```\nx'
    ])
  })
})

describe('frontmatter', () => {
  test('should add it, before a byte order mark’s text', () => {
    expect(
      edit('\ufeffHi', (_, chat) => {
        chat.config.model = 'a'
      })
    ).toBe('\ufeff---\nmodel: a\n---\n\nHi')
  })

  test('should keep blank lines that were there', () => {
    expect(
      edit('\r\n\r\n\r\nHi', (_, chat) => {
        chat.config.model = 'a'
      })
    ).toBe('---\r\nmodel: a\r\n---\r\n\r\n\r\n\r\nHi')
  })

  test('should remove it with its last key', () => {
    expect(
      edit('---\nmodel: a\n---\n\nHi', (_, chat) => {
        chat.config = {}
      })
    ).toBe('Hi')
  })

  test('should end its last line before a first turn', () => {
    expect(
      edit('---\nmodel: a\n---', turns =>
        turns.push({type: 'turn', role: 'user', value: 'Hi'})
      )
    ).toBe('---\nmodel: a\n---\n\nHi\n')
  })
})

describe('raw strings', () => {
  test.each<[string, Partial<NonNullable<Turn['raw']>>]>([
    ['an opening that is none', {open: 'x\n'}],
    ['an opening of two turns', {open: `${line}\nrole::user\n${line}\n`}],
    ['an opening of another role', {open: 'role::tool\n'}],
    ['an opening that does not end its line', {open: line}],
    ['another body', {body: 'x'}],
    ['a body with a boundary', {body: `Hi\n${line}\n`}],
    ['a closing that is content', {close: '\nx'}]
  ])('should not print %s', (_, raw) => {
    const turn: Turn = {
      type: 'turn',
      role: 'user',
      value: 'Hi',
      raw: {open: `${line}\nrole::user\n`, body: 'Hi', close: '\n', ...raw}
    }
    const value = stringify({type: 'chat', config: {}, children: [turn, turn]})
    expect(
      parse(value).children.map(({role, value}) => `${role}: ${value}`)
    ).toEqual(['user: Hi', 'user: Hi'])
  })

  test('should not print a start that is a turn', () => {
    const chat: Chat = {
      type: 'chat',
      config: {},
      children: [],
      raw: {start: '---\n---\nx'}
    }
    expect(stringify(chat)).toBe('---\n---\n')
  })
})

describe('wrong use', () => {
  const turn: Turn = {type: 'turn', role: 'user', value: 'a'}

  test.each<[unknown, string]>([
    [undefined, 'Expected `chat` to be a `chat` node'],
    [{type: 'root'}, 'Expected `chat` to be a `chat` node'],
    [{type: 'chat', children: []}, 'Expected `chat.config` to be an object'],
    [{type: 'chat', config: []}, 'Expected `chat.config` to be an object'],
    [
      {type: 'chat', config: {}},
      'Expected `chat.children` to be a list of turns'
    ],
    [
      {type: 'chat', config: {}, children: [], raw: 1},
      'Expected `chat.raw` to be an object'
    ],
    [
      {type: 'chat', config: {}, children: [], raw: {}},
      'Expected `chat.raw.start` to be a string'
    ],
    [
      {type: 'chat', config: {}, children: [{}]},
      'Expected `chat.children[0]` to be a `turn` node'
    ],
    ...(
      [
        [{role: 1}, 'role` to be a string'],
        [{value: undefined}, 'value` to be a string'],
        [{model: null}, 'model` to be a string'],
        [{raw: {open: ''}}, 'raw.body` to be a string']
      ] as const
    ).map(([part, reason]): [unknown, string] => [
      {type: 'chat', config: {}, children: [{...turn, ...part}]},
      `Expected \`chat.children[0].${reason}`
    ])
  ])('should throw on %j', (chat, reason) => {
    // @ts-expect-error: wrong on purpose.
    expect(() => stringify(chat)).toThrow(new TypeError(reason))
  })

  test.each(['', 'a b', 'A', '1', 'é', 'a\n'])(
    'should throw on the role %j',
    role => {
      expect(() => print({role, value: 'a'})).toThrow(
        new TypeError(
          `Cannot write role \`${role}\`, expected a lower case letter and then lower case letters, digits, \`-\`, or \`_\``
        )
      )
    }
  )

  test.each([
    ['a\nb', '"\\n"'],
    ['a\rb', '"\\r"'],
    ['a)</span>b', '")</span>"'],
    [line, JSON.stringify(line)]
  ])('should throw on the model %j', (model, part) => {
    expect(() => print({role: 'user', model, value: 'a'})).toThrow(
      new TypeError(
        `Cannot write model \`${model}\`, expected it without ${part}`
      )
    )
  })
})

describe('meta', () => {
  const span = '<span style="font-size: small;"> (m)</span>'

  /** Print a note after a change to the meta of its turn. */
  function change(open: string, meta: TurnMeta | undefined): string {
    const chat = parse(`${line}\n${open}\n\nHi`)
    at(chat.children, 0).meta = meta
    return stringify(chat)
  }

  test.each<[string, string, TurnMeta | undefined, string]>([
    [
      'added',
      'role::user',
      {...JSON.parse('{"id":"1"}'), name: undefined},
      'role::user <!-- {"id":"1"} -->'
    ],
    [
      'added after a model and text',
      `role::user${span} x`,
      {id: '1'},
      `role::user${span} x <!-- {"id":"1"} -->`
    ],
    [
      'changed',
      'role::user  <!--{"id":"2"}-->',
      {id: '1'},
      'role::user  <!-- {"id":"1"} -->'
    ],
    [
      'changed where no space is',
      `role::user${span}<!--{"id":"2"}-->`,
      {id: '1'},
      `role::user${span} <!-- {"id":"1"} -->`
    ],
    [
      'taken away',
      `role::user${span} <!-- {"id":"2"} -->`,
      undefined,
      `role::user${span}`
    ],
    [
      'kept',
      'role::user <!-- { "id" : "1" } -->',
      {id: '1'},
      'role::user <!-- { "id" : "1" } -->'
    ],
    [
      'written so that nothing in it ends it or is a role',
      'role::user',
      {a: '-->', b: 'user, Assistant, \\role \role'},
      'role::user <!-- {"a":"--\\u003e","b":"\\u0075ser, \\u0041ssistant, \\\\\\u0072ole \\u000dole"} -->'
    ]
  ])('should be %s', (_, open, meta, expected) => {
    expect(change(open, meta)).toBe(`${line}\n${expected}\n\nHi`)
  })

  test.each([
    [{a: Number.NaN}],
    [{a: new Date(0)}],
    [{a: () => {}}],
    [new Map()],
    [JSON.parse(`{"a":${'['.repeat(200)}${']'.repeat(200)}}`)]
  ])('should throw where it is no JSON', meta => {
    const turn = {type: 'turn', role: 'user', value: 'a', meta} as Turn
    expect(() =>
      stringify({type: 'chat', config: {}, children: [turn]})
    ).toThrow('Cannot write meta, expected an object')
  })

  test.each([
    'role::user <!-- [] -->',
    'role::user <!-- {"a":1e999} -->',
    'role::user <!-- { -->',
    'role::user -->'
  ])('should be none in `%s`', open => {
    const [turn] = parse(`${line}\n${open}\n\nHi`).children
    expect(turn?.meta).toBeUndefined()
    expect(turn?.value).toBe('Hi')
  })
})
