import {readFile} from 'node:fs/promises'
import {chatProcessor} from 'chatmd/remark'
import {visit} from 'unist-util-visit'

const file = await chatProcessor()
  .use(secureLinks)
  .process(await readFile('examples/links.md', 'utf8'))

process.stdout.write(String(file))

function secureLinks() {
  return tree => {
    visit(tree, 'link', node => {
      node.url = node.url.replace(/^http:/, 'https:')
    })
  }
}
