import {type ChatTree, handlers, sanitizeSchema} from 'chatmd/mdast'
import {remarkChat} from 'chatmd/remark'
import type {Element, Properties} from 'hast'
import {sanitize} from 'hast-util-sanitize'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkPresetLintConsistent from 'remark-preset-lint-consistent'
import remarkPresetLintRecommended from 'remark-preset-lint-recommended'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import type {Node} from 'unist'
import {select, selectAll} from 'unist-util-select'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'

const line = '<hr class="__chatgpt_plugin">'
const value = `---
model: gpt-4o
---

# A

Hi *there*, [b].[^1]

[b]: https://b.example
[^1]: One.

${line}

### role::assistant<span style="font-size: small;"> (gpt-4o)</span>

Hello _you_, [b].[^1]

[b]: https://c.example
[^1]: Two.

=begin-chatgpt-md-comment
secret
=end-chatgpt-md-comment
`

const chat = () =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkChat)

/** Make a page of a note. */
async function toHtml(value: string): Promise<string> {
  const file = await chat()
    .use(remarkRehype, {handlers})
    .use(rehypeStringify)
    .process(value)
  return String(file)
}

describe('remarkChat', () => {
  test('should work with unist-util-select', () => {
    const tree = chat().parse(value)
    expect(selectAll('turn', tree)).toHaveLength(2)
    expect(selectAll('turn[role=assistant] emphasis', tree)).toHaveLength(1)
    expect(select('chatComment', tree)).toMatchObject({value: '\nsecret\n'})
  })

  test('should print what transformers change, and nothing else', async () => {
    const file = await chat()
      .use(() => (tree: ChatTree) => {
        visit(tree as Node, 'definition', (node: Node & {url?: string}) => {
          node.url = 'https://d.example'
        })
      })
      .process(value)
    expect(String(file)).toBe(
      value.replaceAll(/https:\/\/[bc]\.example/g, 'https://d.example')
    )
  })

  test('should work with remark-lint', async () => {
    const file = await chat()
      .use(remarkPresetLintRecommended)
      .use(remarkPresetLintConsistent)
      .process(value)
    expect(String(file)).toBe(value)
    expect(
      file.messages.map(message => `${message.ruleId} ${message.line}`)
    ).toContain('emphasis-marker 16')
  })

  test('should work with what puts a table of contents in a turn', async () => {
    const file = await chat()
      .use(() => (tree: ChatTree) => {
        const headings = selectAll('heading', tree)
        tree.children[0]?.children.unshift({
          type: 'paragraph',
          children: [{type: 'text', value: `${headings.length} heading`}]
        })
      })
      .process(value)
    expect(String(file)).toBe(value.replace('# A', '1 heading\n\n# A'))
  })
})

describe('handlers', () => {
  test('should make sections of turns', async () => {
    expect(await toHtml(`a\n\n${line}\n\nrole::tool\n\nb\n`)).toBe(
      '<section data-role="user">\n<p>a</p>\n</section>\n<section data-role="tool">\n<p>b</p>\n</section>'
    )
  })

  test('should name models, and leave out comments', async () => {
    const html = await toHtml(value)
    expect(html).toContain(
      '<section data-role="assistant" data-model="gpt-4o">'
    )
    expect(html).not.toContain('secret')
  })

  test('should keep definitions and footnotes apart', async () => {
    const html = await toHtml(value)
    expect(html).toContain('<a href="https://b.example">b</a>')
    expect(html).toContain('<a href="https://c.example">b</a>')
    expect(html).toContain('<p>One. <a href="#user-content-fnref-turn-1-1"')
    expect(html).toContain('<p>Two. <a href="#user-content-fnref-turn-2-1"')
  })

  test('should link footnotes by the definitions of their turn', async () => {
    const html = await toHtml(
      `x[^a]\n\n[^a]: see [k]\n\n[k]: /k\n\n${line}\n\nrole::tool\n\n[k] ![k]\n\n[k]: /other\n`
    )
    expect(html).toContain('see <a href="/k">k</a>')
    expect(html).toContain('<a href="/other">k</a> <img src="/other" alt="k">')
  })

  test('should take the first of two definitions', async () => {
    expect(await toHtml('[a]\n\n[a]: b\n[A]: c\n')).toContain('href="b"')
  })

  test('should survive sanitising', async () => {
    const file = await chat()
      .use(remarkRehype, {handlers, allowDangerousHtml: true})
      .use(rehypeSanitize, sanitizeSchema)
      .use(rehypeStringify)
      .process('<script>a</script>\n\n[b](javascript:c)\n\n<img onerror="d">')
    expect(String(file)).toBe(
      '<section data-role="user">\n\n<p><a>b</a></p>\n\n</section>'
    )
  })

  test('should keep who speaks, and links of footnotes, when sanitised', async () => {
    const processor = chat().use(remarkRehype, {handlers})
    const tree = processor.runSync(processor.parse(value) as never)
    const print = unified().use(rehypeStringify)
    const clean = sanitize(tree, sanitizeSchema) as typeof tree
    expect(print.stringify(clean)).toBe(print.stringify(tree))
  })

  test('should drop names that could stand for variables', () => {
    const node = h('a', {id: 'cookie', name: 'body'})
    expect(sanitize(node, sanitizeSchema)).toEqual(h('a', {}))
    const footnote = h('li', {id: 'user-content-fn-1'})
    expect(sanitize(footnote, sanitizeSchema)).toEqual(footnote)
  })
})

function h(tagName: string, properties: Properties): Element {
  return {type: 'element', tagName, properties, children: []}
}
