import {edits, parse, stringify} from 'chatmd'
import {type ChatTree, parseTree, stringifyTree} from 'chatmd/mdast'
import type {BlockContent, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'

const options = {remarkPlugins: [remarkGfm]} as const
const line = '<hr class="__chatgpt_plugin">'

/** Change the tree of a note and print it. */
function edit(value: string, change: (tree: ChatTree) => void): string {
  const tree = parseTree(value, options)
  change(tree)
  return stringifyTree(tree, options)
}

/** The blocks of the first turn. */
function blocks(tree: ChatTree): Array<RootContent> {
  return tree.children[0]?.children ?? []
}

/** Change each text `from` to `to`. */
function replace(from: string, to: string) {
  return (tree: ChatTree) =>
    visit(tree as Node, 'text', (node: Node & {value?: string}) => {
      if (node.value === from) node.value = to
    })
}

function paragraph(value: string): BlockContent {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}

describe('one changed text', () => {
  test.each([
    ['a paragraph', 'a  \n*b*\n\n\n__c__'],
    ['a heading', 'b\n==\n\n# b #\n\n\nb\n--'],
    ['a list', '* a\n+ b\n\n\n+ c\n  1) d\n  2) b'],
    ['a quote', '> a\nlazy\n\n>b\n>> *b*'],
    ['a table', '| a |b|\n|:-:|-|\n|b| c |\nd'],
    ['a task list', '- [ ] b\n-   [x]  a'],
    ['a footnote', 'a[^1]\n\n[^1]: *b*\n    c'],
    ['a link', '[b](<c d> "e")\n![b](f)'],
    ['tabs', '-\tb\n\n\tc\n>\tb']
  ])('should leave the rest of %s alone', (_, content) => {
    const value = `x\r\n${line}\r\n\r\n${content.replaceAll('\n', '\r\n')}\r\n`
    expect(edit(value, replace('b', 'e f'))).toBe(
      value.replaceAll(/(?<![![\w])b(?!\w)|(?<=(?<!!)\[)b/g, 'e f')
    )
  })

  test('should escape what would be something else', () => {
    expect(edit('a\n\nb *c*', replace('b ', '# b *x* '))).toBe(
      'a\n\n\\# b \\*x\\* *c*'
    )
    expect(edit('| a |\n| - |\n| b |', replace('b', 'c | d'))).toBe(
      '| a |\n| - |\n| c \\| d |'
    )
  })

  test('should print words at the end of a line', () => {
    expect(edit('*a* b  c', replace(' b  c', ' d_e_'))).toBe('*a* d_e\\_')
    expect(edit('a *b*', replace('a ', 'c '))).toBe('c *b*')
  })

  test('should print lines in the containers that they are in', () => {
    expect(edit('> 1. a\n>    b', replace('a\nb', 'c\nd\ne'))).toBe(
      '> 1. c\n>    d\n>    e'
    )
  })
})

describe('blocks', () => {
  const value = 'a\n\n***\n\n* b\n* c\n\n~~~\nd\n~~~\n'

  test('should remove one', () => {
    expect(edit(value, tree => blocks(tree).splice(1, 1))).toBe(
      'a\n\n* b\n* c\n\n~~~\nd\n~~~\n'
    )
  })

  test('should add some in the style of the content', () => {
    const list: BlockContent = {
      type: 'list',
      children: [{type: 'listItem', children: [paragraph('e')]}]
    }
    const code: BlockContent = {type: 'code', lang: 'js', value: '1\n\n2'}
    expect(
      edit(value, tree =>
        blocks(tree).splice(1, 0, list, code, {type: 'thematicBreak'})
      )
    ).toBe(
      'a\n\n* e\n\n~~~js\n1\n\n2\n~~~\n\n***\n\n***\n\n* b\n* c\n\n~~~\nd\n~~~\n'
    )
  })

  test('should move them as they are, into other turns too', () => {
    const source = `a\n\n| b |\n|:-:|\n\n${line}\n\nrole::tool\n\nc\n`
    expect(
      edit(source, tree => {
        const [first, second] = tree.children
        const [, table] = first?.children.splice(1, 1) ?? []
        expect(table).toBeUndefined()
        second?.children.push(
          ...(parseTree(source, options).children[0]?.children.slice(1) ?? [])
        )
      })
    ).toBe(`a\n\n${line}\n\nrole::tool\n\nc\n\n| b |\n|:-:|\n`)
  })

  test('should swap them', () => {
    expect(edit('# a\nb\n\n- c\n', tree => blocks(tree).reverse())).toBe(
      '- c\n\nb\n\n# a\n'
    )
  })

  test('should keep what could not stay side by side apart', () => {
    expect(
      edit('d\n\n* a\n\nb\n\n* c\n\n__e__', tree => blocks(tree).splice(2, 1))
    ).toBe('d\n\n* a\n\n- c\n\n__e__')
    expect(
      edit('d\n\n1. a\n\nb\n\n1. c\n', tree => blocks(tree).splice(2, 1))
    ).toBe('d\n\n1) a\n\n1. c\n')
    expect(
      edit('    a\n\nb\n\n    c\n', tree => blocks(tree).splice(1, 1))
    ).toBe('```\na\n```\n\n```\nc\n```\n')
  })

  test('should keep copies of what could not stand side by side apart', () => {
    expect(
      edit('    a\n', tree =>
        blocks(tree).push(structuredClone(blocks(tree)[0]) as never)
      )
    ).toBe('```\na\n```\n\n```\na\n```\n')
  })

  test('should empty a turn', () => {
    expect(edit('a\n', tree => blocks(tree).splice(0))).toBe(
      `${line}\n\n### role::user\n\n\n`
    )
  })
})

describe('style', () => {
  const nodes: Array<RootContent> = [
    {type: 'heading', depth: 1, children: [{type: 'text', value: 'a'}]},
    {type: 'heading', depth: 3, children: [{type: 'text', value: 'b'}]},
    {
      type: 'paragraph',
      children: [
        {type: 'emphasis', children: [{type: 'text', value: 'c'}]},
        {type: 'text', value: ' '},
        {type: 'strong', children: [{type: 'text', value: 'd'}]},
        {type: 'text', value: ' '},
        {
          type: 'link',
          url: 'e',
          title: 'f',
          children: [{type: 'text', value: 'g'}]
        }
      ]
    },
    {type: 'code', value: 'h'},
    {type: 'thematicBreak'},
    {
      type: 'list',
      ordered: true,
      spread: false,
      children: [
        {type: 'listItem', children: [paragraph('i')]},
        {type: 'listItem', children: [paragraph('j')]}
      ]
    },
    {type: 'list', children: [{type: 'listItem', children: [paragraph('k')]}]}
  ]

  test.each([
    [
      'nothing to learn from',
      'x',
      '# a\n\n### b\n\n*c* **d** [g](e "f")\n\n```\nh\n```\n\n---\n\n1. i\n2. j\n\n- k'
    ],
    [
      'setext headings, underscores, indented code, and numbers that stay',
      "x\n=\n\n_x_ __x__ [x](y 'z')\n\n    x\n\n* * *\n\n1)  x\n1)  x\n\n+   x",
      "a\n=\n\n### b\n\n_c_ __d__ [g](e 'f')\n\n    h\n\n* * *\n\n1)  i\n1)  j\n\n+   k"
    ],
    [
      'closed headings, tildes, and long rules',
      '### x ###\n\n*x* **x** [x](y)\n\n~~~\nx\n~~~\n\n____',
      '# a #\n\n### b ###\n\n*c* **d** [g](e "f")\n\n~~~\nh\n~~~\n\n____\n\n1. i\n2. j\n\n- k'
    ]
  ])('should be that of a content with %s', (_, source, added) => {
    expect(
      edit(source, tree => {
        blocks(tree).push(paragraph('|'), ...structuredClone(nodes))
      })
    ).toBe(`${source}\n\n|\n\n${added}`)
  })
})

describe('own style', () => {
  test.each([
    [
      '~~~~ js',
      '```\nx\n```\n\n~~~~js\na\n~~~~',
      '```\nx\n```\n\n~~~js\nb\n~~~'
    ],
    ['a heading', '# x\n\ny\n=', '# b\n\ny\n='],
    ['another heading', 'x\n=\n\n# y #', 'x\n=\n\n# b #']
  ])('should keep that of %s', (_, source, expected) => {
    expect(
      edit(source, tree => {
        const index = expected.startsWith('# b') ? 0 : 1
        const node = blocks(tree)[index]
        if (node?.type === 'code') node.value = 'b'
        if (node?.type !== 'heading') return
        node.children = [{type: 'text', value: 'b'}]
        // Two words for one, so that the heading as a whole is printed.
        node.children.push({type: 'text', value: ''})
      })
    ).toBe(expected)
  })
})

describe('words', () => {
  test('should print texts side by side as one', () => {
    const text = (value: string) => ({type: 'text', value}) as const
    expect(
      edit('a *b*', tree => {
        const children = [text(''), text('a'), text(' '), text('c')]
        blocks(tree)[0] = {type: 'paragraph', children}
      })
    ).toBe('a c')
  })

  test('should print words beside some that do not say where they were', () => {
    const source = '<foo\\+@bar.example.com> *b*\n\n__c__'
    const printed = edit(source, replace('b', 'd'))
    expect(printed).toContain('*d*\n\n__c__')
    const texts = (value: string) =>
      JSON.stringify(
        parseTree(value, {...options, position: false}).children[0]?.children
      )
    expect(texts(printed)).toBe(texts(source).replace('"b"', '"d"'))
  })

  test('should print nodes that do not say where they were', () => {
    const change = replace('a@b.example', 'c@d.example')
    expect(edit('*x* a@b.example\n\n__y__', change)).toMatch(
      /^\*x\* .*c@d\.example.*\n\n__y__$/
    )
    const forget = () => (tree: Node) =>
      visit(tree, 'paragraph', (node: Node) => {
        delete node.position
      })
    const mdastExtensions = [{transforms: [forget() as never]}]
    const tree = parseTree('*a*\n', {mdastExtensions})
    expect(stringifyTree(tree, {mdastExtensions})).toBe('*a*\n')
    replace('a', 'b')(tree)
    expect(stringifyTree(tree, {mdastExtensions})).toBe('*b*\n')
  })

  test('should print containers that got or lost all they hold', () => {
    const quote = (tree: ChatTree) => blocks(tree)[0] as {children: Array<Node>}
    expect(edit('> a', tree => quote(tree).children.splice(0))).toBe('>')
    expect(edit('>', tree => quote(tree).children.push(paragraph('a')))).toBe(
      '> a'
    )
  })
})

describe('items, rows, and quotes', () => {
  function first(tree: ChatTree): {children: Array<Node>} {
    return blocks(tree)[0] as never
  }

  test.each<[string, string, Array<number>, string]>([
    ['tight items', '*   a\n*   b\n*   c', [0, 2], '*   a\n*   c'],
    ['loose items', '1. a\n\n2. b\n\n3. c', [2, 0], '1. c\n\n2. a'],
    ['items moved', '- a\n- *b*\n- c', [1, 0, 2], '- *b*\n- a\n- c'],
    ['rows', '|a|\n|-|\n|b|\n|c|', [0, 2], '|a|\n|-|\n|c|'],
    ['blocks of a quote', '> a\n>\n> # b\n> c', [0, 2], '> a\n>\n> c']
  ])('should print %s', (_, source, order, expected) => {
    const printed = edit(source, tree => {
      const node = first(tree)
      const old = node.children
      node.children = order.map(index => structuredClone(old[index]) as Node)
    })
    expect(printed).toBe(expected)
  })

  test('should add a row', () => {
    const row = {
      type: 'tableRow',
      children: [{type: 'tableCell', children: [{type: 'text', value: 'c'}]}]
    }
    expect(
      edit('|a|\n|-|\n|b|\n', tree => first(tree).children.push(row as never))
    ).toBe('|a|\n|-|\n|b|\n| c |\n')
  })

  test('should add an item with the next number', () => {
    const item = {type: 'listItem', children: [paragraph('c')]}
    expect(
      edit('7) a\n8) b\n', tree => first(tree).children.push(item as never))
    ).toBe('7) a\n8) b\n9) c\n')
    expect(
      edit('1. a\n1. b\n', tree => first(tree).children.push(item as never))
    ).toBe('1. a\n1. b\n1. c\n')
  })

  test('should check a box', () => {
    expect(
      edit('- [ ] a\n- [ ] *b*\n', tree =>
        Object.assign(at(first(tree).children, 0), {checked: true})
      )
    ).toBe('- [x] a\n- [ ] *b*\n')
  })

  function at<T>(list: Array<T>, index: number): T {
    return list[index] as T
  }
})

describe('turns', () => {
  test('should print turns made by hand beside parsed ones', () => {
    expect(
      edit(`* a\n\n${line}\n\n# role::tool\n\nb\n`, tree => {
        tree.children.push(
          {
            type: 'turn',
            role: 'assistant',
            children: [
              {
                type: 'list',
                children: [{type: 'listItem', children: [paragraph('c')]}]
              }
            ]
          },
          {type: 'turn', role: 'user', value: '+ d'} as never
        )
      })
    ).toBe(
      `* a\n\n${line}\n\n# role::tool\n\nb\n\n${line}\n\n# role::assistant\n\n- c\n\n${line}\n\n# role::user\n\n+ d\n`
    )
  })

  test('should escape what would be a boundary', () => {
    const printed = edit('a\n', tree =>
      blocks(tree).push({type: 'html', value: line}, paragraph('role::tool'))
    )
    expect(printed).toBe(
      'a\n\n<hr  class="__chatgpt_plugin">\n\nrole\\::tool\n'
    )
  })

  test('should throw on turns that are none', () => {
    const [turn] = parseTree('a', options).children
    const print = (...children: Array<unknown>) =>
      stringifyTree({type: 'chat', config: {}, children} as never)
    const deep = parseTree('>'.repeat(150), options).children[0]?.children ?? []
    let node = {type: 'blockquote', children: deep}
    for (let depth = 0; depth < 60; depth++) {
      node = {type: 'blockquote', children: [node] as never}
    }
    expect(() => print(turn, null)).toThrow(
      new TypeError('Expected `chat.children[1]` to be a `turn` node')
    )
    expect(() => print({...turn, value: ''})).toThrow(
      new TypeError(
        'Expected `chat.children[0]` to have a `value` or `children`, not both'
      )
    )
    expect(() => print({...turn, children: null})).toThrow(
      new TypeError(
        'Expected `chat.children[0].children` to be a list of nodes'
      )
    )
    expect(() => print({...turn, children: [node]})).toThrow(
      new TypeError(
        'Expected `chat.children[0].children` to nest at most 200 levels'
      )
    )
  })

  test.each([[undefined], [null], [{}], [{type: 'chat', children: 1}]])(
    'should throw on %j',
    chat => {
      expect(() => stringifyTree(chat as never)).toThrow(TypeError)
    }
  )

  test('should be named by `stringify`, which does not print them', () => {
    const expected = new TypeError(
      'Expected `chat.children[0]` to be a turn with a `value`; those with `children` are for `stringifyTree` of `chatmd/mdast`'
    )
    const tree = parseTree('a')
    expect(() => stringify(tree as never)).toThrow(expected)
    const both = tree.children.map(turn => ({...turn, value: 'a'}))
    expect(() => stringify({...tree, children: both})).toThrow(expected)
    expect(() => edits('a', {...tree, children: both})).toThrow(expected)
  })

  test('should throw on a node that nothing can print', () => {
    const tree = parseTree('| a |\n| - |', options)
    expect(() => stringifyTree(tree)).toThrow(
      new TypeError(
        'Cannot print `chat.children[0].children[0]`, as no extension has a handler for a node of type `table`'
      )
    )
  })
})

describe('edits', () => {
  test('should be as small as can be', () => {
    const value = '---\nmodel: a\n---\n\nOne two.\n\nThree 😀 four.\n'
    const tree = parseTree(value, options)
    tree.config.model = 'b'
    replace('Three 😀 four.', 'Three 😁 five.')(tree)
    expect(edits(value, stringifyTree(tree, options))).toEqual([
      {offset: 11, length: 1, content: 'b'},
      {offset: 34, length: 2, content: '😁'},
      {offset: 37, length: 4, content: 'five'}
    ])
  })

  test('should replace a text that has nothing in common', () => {
    const words = Array.from({length: 3000}, (_, index) => `a${index}\n`).join(
      ''
    )
    const tree = parse(words)
    const [turn] = tree.children
    if (turn) turn.value = words.replaceAll('a', 'b').trim()
    expect(edits(words, tree)).toHaveLength(1)
  })

  test('should add to an empty text', () => {
    const tree = parse('')
    tree.children.push({type: 'turn', role: 'user', value: 'a'})
    expect(edits('', tree)).toEqual([{offset: 0, length: 0, content: 'a\n'}])
  })
})
