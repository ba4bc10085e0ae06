// Turns a chat note into an HTML page: `node examples/page.js chat.md > page.html`.
// HTML in the note is shown as code, and the result is sanitised, so nothing in a
// note can run in the page.

import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {chatProcessor, handlers, sanitizeSchema} from 'chatmd/remark'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import {SKIP, visit} from 'unist-util-visit'

const path = process.argv[2] ?? 'examples/chat.md'
const style = await readFile(new URL('page.css', import.meta.url), 'utf8')

const page = await chatProcessor()
  .use(keepConfig)
  .use(remarkRehype, {handlers: {...handlers, html: showHtml}})
  .use(rehypeSanitize, sanitizeSchema)
  .use(nameTurns)
  .use(makePage)
  .use(rehypeStringify)
  .process(await readFile(path, 'utf8'))

process.stdout.write(String(page))

/** Keep the settings of the note, which HTML has no place for. */
function keepConfig() {
  return (tree, file) => {
    file.data.config = tree.config
  }
}

/** HTML in a chat is mostly talked about, so it is shown, not used. */
function showHtml(_, {value}) {
  return h('code', {}, [{type: 'text', value}])
}

/** Start each turn with who speaks, and rank the headings in it below that. */
function nameTurns() {
  return tree => {
    visit(tree, 'element', node => {
      const {dataRole, dataModel} = node.properties
      if (node.tagName !== 'section' || dataRole === undefined) return
      visit(node, 'element', lowerHeading)
      const name = [{type: 'text', value: dataRole}]
      if (dataModel) {
        const model = [{type: 'text', value: dataModel}]
        name.push({type: 'text', value: ' '}, h('small', {}, model))
      }
      node.children.unshift(h('h2', {}, name))
      return SKIP
    })
  }
}

function lowerHeading(node) {
  const rank = /^h([1-6])$/.exec(node.tagName)?.[1]
  if (rank) node.tagName = `h${[3, 3, 4, 5, 6, 6][rank - 1]}`
}

/** Put the turns on a page. Nothing may run there, so that browsers know too. */
function makePage() {
  return (tree, file) => {
    const {title, lang} = file.data.config
    const name = [{type: 'text', value: String(title || basename(path))}]
    const policy =
      "default-src 'none'; img-src https:; style-src 'unsafe-inline'"
    const head = h('head', {}, [
      h('meta', {charSet: 'utf-8'}),
      h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
      h('meta', {name: 'viewport', content: 'width=device-width'}),
      h('title', {}, name),
      h('style', {}, [{type: 'text', value: style}])
    ])
    const main = h('main', {}, [h('h1', {}, name), ...tree.children])
    tree.children = [
      {type: 'doctype'},
      h('html', {lang: String(lang ?? 'en')}, [head, h('body', {}, [main])])
    ]
  }
}

function h(tagName, properties, children = []) {
  return {type: 'element', tagName, properties, children}
}
