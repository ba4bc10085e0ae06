import {readFile} from 'node:fs/promises'
import {remarkChat} from 'chatmd'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

const file = await unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkChat)
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
