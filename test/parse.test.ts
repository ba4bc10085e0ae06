import {parse} from 'chatmd'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">\n'

/** Role, model, and content of each turn, in short. */
function read(value: string): Array<string> {
  return parse(value).children.map(
    ({role, model, value}) => `${role}${model ? `(${model})` : ''}: ${value}`
  )
}

describe('turns', () => {
  test.each([
    ['nothing', '', []],
    ['blank lines', '\n \n\t\n', []],
    ['a byte order mark', '\ufeff', []],
    ['frontmatter alone', '---\nmodel: x\n---\n\n', []],
    ['text', 'Why is the sky blue?\n', ['user: Why is the sky blue?']],
    ['a delimiter alone', line, ['user: ']],
    ['a header alone', 'role::assistant', ['assistant: ']],
    [
      'text before the first boundary',
      `Why?\n\n${line}\nrole::assistant\n\nRayleigh.\n`,
      ['user: Why?', 'assistant: Rayleigh.']
    ],
    [
      'frontmatter and a delimiter right after it',
      `---\nmodel: x\n---\n${line}\nrole::user\n\nWhy?`,
      ['user: Why?']
    ],
    [
      'text between delimiter and header',
      `${line}\n# Light\n\nrole::assistant\nRayleigh.`,
      ['user: # Light', 'assistant: Rayleigh.']
    ],
    [
      'delimiters in a row, with a turn between that failed',
      `Why?\n${line}${line}role::assistant\nRayleigh.`,
      ['user: Why?', 'user: ', 'assistant: Rayleigh.']
    ],
    [
      'a delimiter at the end of the file without a line ending',
      `Why?\n${line.trim()}`,
      ['user: Why?', 'user: ']
    ],
    [
      'a header with no delimiter',
      'Why?\n\n### role::assistant\n\nRayleigh.',
      ['user: Why?', 'assistant: Rayleigh.']
    ],
    [
      'a delimiter that interrupts a paragraph, a list, and a quote',
      `a\n${line}- b\n${line}> c\n${line}d`,
      ['user: a', 'user: - b', 'user: > c', 'user: d']
    ],
    [
      'an HTML comment that never ends',
      `<!-- a\n\n${line}\nrole::assistant\n\nb`,
      ['user: <!-- a', 'assistant: b']
    ]
  ])('should read %s', (_, value, expected) => {
    expect(read(value)).toEqual(expected)
  })
})

describe('delimiters', () => {
  test.each([
    ['with 3 spaces before it', `a\n   ${line}b`, ['user: a', 'user: b']],
    [
      'with white space after it',
      `a\n${line.trim()} \t\nb`,
      ['user: a', 'user: b']
    ],
    ['with 4 spaces before it', `a\n    ${line}b`, [`user: a\n    ${line}b`]],
    ['with a tab before it', `a\n\t${line}b`, [`user: a\n\t${line}b`]],
    [
      'in a sentence',
      'a <hr class="__chatgpt_plugin"> b',
      ['user: a <hr class="__chatgpt_plugin"> b']
    ],
    [
      'in inline code',
      '`<hr class="__chatgpt_plugin">`',
      ['user: `<hr class="__chatgpt_plugin">`']
    ],
    [
      'with other attributes',
      '<hr class="__chatgpt_plugin" id="a">',
      ['user: <hr class="__chatgpt_plugin" id="a">']
    ]
  ])('should read one %s', (_, value, expected) => {
    expect(read(value)).toEqual(expected)
  })
})

describe('headers', () => {
  test.each([
    ['role::user', 'user'],
    ['   role::user', 'user'],
    ['# role::user', 'user'],
    ['###### role::user', 'user'],
    ['### 2 role::user', 'user'],
    ['### 1.1.2 role::user', 'user'],
    ['### 1.2. role::user', 'user'],
    ['7. role::user', 'user'],
    ['###\trole::user \t', 'user'],
    ['role::ASSISTANT', 'assistant'],
    ['role::system', 'system']
  ])('should read the role of `%s`', (header, role) => {
    const [turn, ...rest] = parse(`${header}\nx`).children
    expect(turn?.role).toBe(role)
    expect(turn?.value).toBe('x')
    expect(rest).toEqual([])
  })

  test.each([
    ['###\trole:: \tuser \t', 'user'],
    ['role::my-agent_2', 'my-agent_2']
  ])('should read the role of `%s` after a delimiter', (header, role) => {
    expect(read(`${line}\n${header}\nx`)).toEqual([`${role}: x`])
    expect(read(`${header}\nx`)).toEqual([`user: ${header}\nx`])
  })

  test.each([
    '    role::user',
    '\trole::user',
    '####### role::user',
    '###role::user',
    '1.2.role::user',
    '1..2 role::user',
    'role:user',
    'Role::user',
    'role::',
    'role::1',
    'role ::user',
    'role::user is what you write',
    'role:: engineer',
    'role:: user',
    'role::server',
    'role::user<span style="font-size: small;"> (gpt-4)',
    'x role::user',
    '> role::user',
    '`role::user`'
  ])('should read `%s` as content', value => {
    expect(read(`a\n${value}\nb`)).toEqual([`user: a\n${value}\nb`])
  })

  const span = '<span style="font-size: small;">'

  test.each([
    [`role::assistant${span} (gpt-4o)</span>`, 'gpt-4o'],
    [`role::assistant ${span} (ollama@qwen3:1.7b)</span>`, 'ollama@qwen3:1.7b'],
    [`role::assistant${span} (a (b))</span>`, 'a (b)'],
    [`role::assistant${span} (a)</span> (b)</span>`, 'a'],
    [`role::assistant${span} ()</span>`, ''],
    [
      `role::assistant${span} (<hr class="__chatgpt_plugin">)</span>`,
      undefined
    ],
    [`role::assistant${span} (gpt-4`, undefined],
    [`role::assistant<span style="font-size: sm`, undefined],
    [`role::assistant${span}(gpt-4)</span>`, undefined],
    ['role::assistant', undefined]
  ])('should read the model of `%s`', (header, model) => {
    const [turn] = parse(`${line}${header}\nx`).children
    expect(turn?.role).toBe('assistant')
    expect(turn?.model).toBe(model)
    expect(turn?.value).toBe('x')
  })

  test('should read a header after a delimiter whatever follows it', () => {
    expect(read(`a\n${line}\nrole::assistant <!-- draft -->\nb`)).toEqual([
      'user: a',
      'assistant: b'
    ])
  })

  test('should read no header in the content after another', () => {
    expect(read(`${line}role::user\nrole::tool returns it`)).toEqual([
      'user: role::tool returns it'
    ])
  })

  test.each([
    ['right before the header', '\n'],
    ['with a blank line before the header', '\n\n'],
    ['in CRLF', '\r\n']
  ])('should read a model on a line of its own, %s', (_, ending) => {
    const value = `${line}\n${span} (llama3)</span> ${ending}## role::assistant\nb`
    expect(read(value)).toEqual(['assistant(llama3): b'])
  })

  test.each([
    [
      'without a delimiter',
      `a\n${span} (m)</span>\nrole::user\nb`,
      [`user: a\n${span} (m)</span>`, 'user: b']
    ],
    [
      'without a header',
      `a\n${line}${span} (m)</span>\nb`,
      ['user: a', `user: ${span} (m)</span>\nb`]
    ],
    [
      'before a header with a model of its own',
      `${line}${span} (m)</span>\nrole::assistant${span} (n)</span>\nb`,
      [`user: ${span} (m)</span>`, 'assistant(n): b']
    ],
    [
      'with text after its span',
      `${line}${span} (a)</span> (b)</span>\nrole::user\nc`,
      [`user: ${span} (a)</span> (b)</span>`, 'user: c']
    ],
    [
      'at the end of the file',
      `${line}${span} (m)</span>`,
      [`user: ${span} (m)</span>`]
    ]
  ])('should read a model line as content %s', (_, value, expected) => {
    expect(read(value)).toEqual(expected)
  })
})

describe('code', () => {
  const quoted = `\`\`\`md\n${line}\nrole::assistant\n\`\`\``

  test('should keep a quoted chat whole', () => {
    expect(
      read(`See:\n\n${quoted}\n\nClear?\n\n${line}\nrole::user\n`)
    ).toEqual([`user: See:\n\n${quoted}\n\nClear?`, 'user: '])
  })

  test('should keep a header in code as content', () => {
    expect(read('```\nrole::user\n```')).toEqual(['user: ```\nrole::user\n```'])
    expect(read('```\nrole::user')).toEqual(['user: ```\nrole::user'])
  })

  test.each([
    [
      'never closes',
      `~~~py\nx\n${line}role::user\ny`,
      ['user: ~~~py\nx', 'user: y']
    ],
    [
      'is closed by what opens code in a later turn',
      `\`\`\`py\nx\n${line}role::user\ny\n${line}role::assistant\n\`\`\`\nz\n\`\`\``,
      ['user: ```py\nx', 'user: y', 'assistant: ```\nz\n```']
    ],
    [
      'holds what opens code of its own',
      `\`\`\`py\nx\n${line}role::user\n\`\`\`js\ny\n\`\`\``,
      ['user: ```py\nx', 'user: ```js\ny\n```']
    ],
    [
      'is longer than what closes it',
      `\`\`\`\`\nx\n${line}role::user\n\`\`\`\ny`,
      ['user: ````\nx', 'user: ```\ny']
    ],
    [
      'has another marker than what closes it',
      `~~~\n${line}\`\`\``,
      ['user: ~~~', 'user: ```']
    ],
    [
      'is followed by another that was cut',
      `${quoted}\n\`\`\`py\n${line}role::user\ny`,
      ['user: ```md', 'assistant: ```\n```py', 'user: y']
    ]
  ])('should end a turn in code that %s', (_, value, expected) => {
    expect(read(value)).toEqual(expected)
  })

  test('should nest with longer fences', () => {
    const value = `\`\`\`\`md\n\`\`\`js\nx\n\`\`\`\n${line}role::user\n\`\`\`\``
    expect(read(value)).toEqual([`user: ${value}`])
  })

  test('should end a turn at a hard delimiter, in code as well', () => {
    expect(read(`\`\`\`\n${line.trim()} \nrole::assistant\n\`\`\``)).toEqual([
      'user: ```',
      'assistant: ```'
    ])
  })

  test('should end a turn at a delimiter less indented than the code', () => {
    expect(read(`- a\n\n  \`\`\`\n${line}  \`\`\`\nb`)).toEqual([
      'user: - a\n\n  ```',
      'user:   ```\nb'
    ])
  })

  test('should read a line with backticks in its info string as no fence', () => {
    expect(read(`\`\`\`a\`\n${line}b\n\`\`\``)).toEqual([
      'user: ```a`',
      'user: b\n```'
    ])
  })

  test.each([
    ['', '\n'],
    [' with blank lines', '\n\n'],
    [' and its model', '\n<span style="font-size: small;"> (m)</span>\n']
  ])('should take the code around a delimiter for its boundary%s', (_, gap) => {
    const value = `a\n~~~html\n${line}~~~${gap}role::assistant\nb`
    const [, turn] = parse(value).children
    expect(turn?.role).toBe('assistant')
    expect(turn?.raw?.open.startsWith('~~~html\n<hr')).toBe(true)
    expect(turn?.value).toBe('b')
  })

  test('should take it so too when code is cut in the turn that follows', () => {
    const value = `a\n\`\`\`\n${line}\`\`\`\nrole::assistant\n\`\`\`py\nb\n${line}role::user\n`
    expect(read(value)).toEqual(['user: a', 'assistant: ```py\nb', 'user: '])
  })

  test.each([
    ['no header follows', `\`\`\`\n${line}\`\`\`\nso`],
    ['other text is in it', `\`\`\`\nx\n${line}\`\`\`\nrole::user x`],
    ['other text ends it', `\`\`\`\n${line}x\n\`\`\`\nrole::user x`]
  ])('should keep a delimiter in code as content if %s', (_, value) => {
    expect(read(value)).toEqual([`user: ${value}`])
  })
})

describe('content', () => {
  test('should leave out blank lines around it and white space at its end', () => {
    expect(read(`\n \n    code\n\nb \t\n \n`)).toEqual(['user:     code\n\nb'])
  })

  test('should keep what only looks like white space', () => {
    expect(read('\u00a0\n\f')).toEqual(['user: \u00a0\n\f'])
  })

  test('should keep U+0000 and lone surrogates', () => {
    expect(read('\0 \ud800')).toEqual(['user: \0 \ud800'])
  })

  test.each([
    ['<hr  class="__chatgpt_plugin">', '<hr class="__chatgpt_plugin">'],
    ['<hr   class="__chatgpt_plugin">', '<hr  class="__chatgpt_plugin">'],
    ['`<hr  class="__chatgpt_plugin">`', '`<hr class="__chatgpt_plugin">`'],
    ['role\\::user', 'role::user'],
    ['## 1. role\\\\::user x', '## 1. role\\::user x'],
    ['```\nrole\\::user\n```', '```\nrole::user\n```'],
    ['x role\\::user', 'x role::user'],
    ['    role\\::user', '    role::user'],
    ['role\\::', 'role::'],
    ['`role\\\\\\::`', '`role\\\\::`'],
    ['role\\:user', 'role\\:user'],
    ['<hr  class="other">', '<hr  class="other">']
  ])('should read `%s` as `%s`', (body, value) => {
    const [turn] = parse(body).children
    expect(turn?.value).toBe(value)
    expect(turn?.raw?.body).toBe(body)
  })
})

describe('frontmatter', () => {
  test.each([
    ['LF', '---\nmodel: a\n---\n', 'a'],
    ['CRLF', '---\r\nmodel: a\r\n---\r\n', 'a'],
    ['CR', '---\rmodel: a\r---\r', 'a'],
    ['white space after its fences', '--- \nmodel: a\n---\t\n', 'a'],
    ['a byte order mark', '\ufeff---\nmodel: a\n---', 'a'],
    ['a delimiter in it', `---\n${line.trim()}: 1\nmodel: a\n---\n`, 'a']
  ])('should read it with %s', (_, value, model) => {
    const tree = parse(value)
    expect(tree.config.model).toBe(model)
    expect(tree.children).toEqual([])
  })

  test.each([
    ['is not closed', '---\nmodel: a\n'],
    ['is closed with dots', '---\nmodel: a\n...\n'],
    ['has a blank line before it', '\n---\nmodel: a\n---\n'],
    ['is indented', ' ---\nmodel: a\n---\n'],
    ['has four dashes', '----\nmodel: a\n----\n'],
    ['has text after its dashes', '--- a\nmodel: a\n---\n'],
    ['comes second', '---\n---\n---\nmodel: a\n---\n']
  ])('should read none where it %s', (_, value) => {
    const tree = parse(value)
    expect(tree.config).toEqual({})
    expect(tree.children).toHaveLength(1)
  })
})

describe('positions', () => {
  test('should count lines of every ending, and columns in UTF-16', () => {
    const value = `\ufeff---\r\na: 1\r---\n\r😀 Hi\n${line}\r\nrole::user`
    const tree = parse(value)
    expect(tree.position).toEqual({
      start: {line: 1, column: 1, offset: 0},
      end: {line: 8, column: 11, offset: value.length}
    })
    expect(tree.children.map(turn => turn.position)).toEqual([
      {
        start: {line: 5, column: 1, offset: 16},
        end: {line: 6, column: 1, offset: 22}
      },
      {
        start: {line: 6, column: 1, offset: 22},
        end: {line: 8, column: 11, offset: value.length}
      }
    ])
  })

  test('should leave them out if asked', () => {
    const tree = parse('Hi', {position: false})
    expect(tree).not.toHaveProperty('position')
    expect(tree.children[0]).not.toHaveProperty('position')
  })
})

describe('files', () => {
  test('should read text and bytes, with their byte order mark', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x48, 0x69])
    expect(parse(new VFile(bytes))).toEqual(parse('\ufeffHi'))
    expect(parse(new VFile('Hi'))).toEqual(parse('Hi'))
    expect(parse(new VFile())).toEqual(parse(''))
    // @ts-expect-error: some tools make files so.
    expect(parse({messages: [], value: null})).toEqual(parse(''))
  })

  test('should report problems on a file', () => {
    const file = new VFile(`${line}role::bot\n`)
    parse(file)
    expect(file.messages.map(String)).toEqual([
      '2:7-2:10: Unexpected role `bot`, expected `assistant`, `developer`, or `user`: ChatGPT MD cannot send this note'
    ])
  })

  test.each([[undefined], [null], [1], [{value: 1}], [{}]])(
    'should throw on %j, which is no file',
    value => {
      // @ts-expect-error: wrong on purpose.
      expect(() => parse(value)).toThrow(TypeError)
    }
  )
})
