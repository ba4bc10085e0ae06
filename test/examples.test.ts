import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

const examples = fileURLToPath(new URL('../examples', import.meta.url))
const {argv} = process

/** Run an example as `node` does, on the source of the library. */
async function run(name: string, ...rest: Array<string>): Promise<string> {
  let out = ''
  process.argv = [process.execPath, join(examples, `${name}.js`), ...rest]
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(value => {
    out += value
    return true
  })
  try {
    vi.resetModules()
    await import(`../examples/${name}.js`)
  } finally {
    write.mockRestore()
    process.argv = argv
  }
  return out
}

describe('page', () => {
  let cwd: string

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'chatmd-'))
  })

  afterEach(async () => {
    await rm(cwd, {recursive: true})
  })

  async function toPage(note: string): Promise<string> {
    const path = join(cwd, 'note.md')
    await writeFile(path, note)
    return run('page', path)
  }

  test('should show every turn with its role and model', async () => {
    const page = await run('page', join(examples, 'chat.md'))
    expect(page).toMatch(/^<!doctype html><html lang="en"><head>/)
    expect(page).toContain('<title>Keeping a sourdough starter</title>')
    expect(page).toContain('<h1>Keeping a sourdough starter</h1>')
    expect(page.match(/<section data-role="user">/g)).toHaveLength(4)
    expect(page).toContain(
      '<section data-role="assistant" data-model="gpt-4o"><h2>assistant <small>gpt-4o</small></h2>'
    )
    expect(page).toContain('<h3>What to do</h3>')
    expect(page).toContain('@media (prefers-color-scheme: dark)')
  })

  test('should take the name of a note without title', async () => {
    const page = await toPage('Hi')
    expect(page).toContain('<title>note.md</title>')
    expect(page).toContain('<h1>note.md</h1>')
  })

  test('should show HTML as text, and leave comments out', async () => {
    const page = await toPage(
      'a <b>c</b>\n\n=begin-chatgpt-md-comment\nsecret\n=end-chatgpt-md-comment\n'
    )
    expect(page).toContain('a <code>&#x3C;b></code>c<code>&#x3C;/b></code></p>')
    expect(page).not.toContain('secret')
  })

  test('should let footnotes find each other', async () => {
    const page = await toPage('a[^1]\n\n[^1]: b\n')
    const ids = findTags(page).flatMap(({id}) => id ?? [])
    const links = findTags(page).flatMap(({href}) => href ?? [])
    expect(links).toHaveLength(2)
    expect(ids).toEqual(
      expect.arrayContaining(links.map(link => link.replace('#', '')))
    )
  })

  test('should keep its frame whatever a chat holds', async () => {
    const page = await toPage(hostile)
    const [policy] = findTags(page).filter(tag => tag['http-equiv'])
    expect(policy?.content).toMatch(/^default-src &#x27;none&#x27;;/)
    expect(page.endsWith('</main></body></html>')).toBe(true)
    expect(page).toContain('<title>&#x3C;/title>&#x3C;script>')
  })

  test('should hold nothing that runs', async () => {
    const page = await toPage(hostile)
    const tags = findTags(page)
    const names = new Set(tags.map(({name}) => name))
    expect([...names].filter(name => !allowedTags.has(name ?? ''))).toEqual([])
    const attributes = new Set(tags.flatMap(Object.keys))
    expect(
      [...attributes].filter(name => !allowedAttributes.has(name))
    ).toEqual([])
    for (const {href, src} of tags) {
      for (const url of [href, src]) expect(url ?? '#').toMatch(/^(?:#|https:)/)
    }
  })
})

/** Tags that the page has, or lets through; none of them can run anything. */
const allowedTags = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'h2'],
  ...['section', 'small', 'p', 'a', 'img', 'code', 'pre', 'sup', 'ol', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td']
])

const allowedAttributes = new Set([
  ...['name', 'lang', 'charset', 'http-equiv', 'content', 'class', 'id'],
  ...['href', 'src', 'alt', 'title', 'data-role', 'data-model'],
  ...['data-footnotes', 'data-footnote-ref', 'data-footnote-backref'],
  ...['aria-describedby', 'aria-label']
])

/**
 * Find the start tags of a page, with their attributes as they are written; `<`
 * in text is escaped, and quotes are in values, so all that opens is a tag.
 */
function findTags(page: string): Array<Record<string, string>> {
  const tags = page.matchAll(/<([a-z][^\s>]*)((?:[^>"]|"[^"]*")*)>/gi)
  return [...tags].map(([, name = '', rest = '']) => {
    const attributes = rest.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)
    return {
      ...Object.fromEntries(
        [...attributes].map(([, key = '', value = '']) => [key, value])
      ),
      name
    }
  })
}

/** A chat that tries whatever runs a script where HTML is not looked at. */
const hostile = `---
title: "</title><script>document.title = 'title'</script>"
lang: '"><script>document.title = "lang"</script>'
---

<script>document.title = 'block'</script>

<script>document.title = 'inline'</script> <img src=x onerror="document.title = 'onerror'"> <svg onload="document.title = 'svg'">

<div onclick="document.title = 'click'" style="position: fixed">

<iframe srcdoc="<script>parent.document.title = 'frame'</script>"></iframe>
<style>body { display: none }</style></style><script>document.title = 'style'</script>
<meta http-equiv="refresh" content="0;url=https://example.com">
<base href="https://example.com">

</div></section></main>

[a](javascript:document.title='link') [b](<JaVaScRiPt:document.title='case'>)
[c](&#x6A;avascript:document.title='entity') [d](java&#x0A;script:document.title='break')
[e](data:text/html,<script>document.title='data'</script>) [f](vbscript:x) [g]
<javascript:document.title='autolink'> ![h](javascript:document.title='image')
![i](https://example.com/x "\\" onerror=\\"document.title='alt'")

[g]: javascript:document.title='reference' "\\" onmouseover=\\"document.title='hover'"

\`\`\`js" onmouseover="document.title='info'
</code></pre><script>document.title = 'code'</script>
\`\`\`

\`</code><script>document.title = 'span'</script>\` [^1]

[^1]: [j](javascript:document.title='note') <b onmouseover="document.title = 'b'">k</b>

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> ("><script>document.title = 'model'</script>)</span>

=begin-chatgpt-md-comment
<script>document.title = 'comment'</script>
=end-chatgpt-md-comment

| <script>document.title = 'cell'</script> |
| --- |
| <plaintext> |

<hr class="__chatgpt_plugin">

### role::script
`
