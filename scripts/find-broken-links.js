import {existsSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {visit} from 'unist-util-visit'

/**
 * Find the links of the pages of an installed package that lead to no file of it.
 *
 * @param {string} folder
 * @returns {Promise<Array<string>>} Each as `page: link`.
 */
export async function findBrokenLinks(folder) {
  const pages = await findPages(folder)
  const broken = pages.map(async page => {
    const links = toLinks(await readFile(join(folder, page), 'utf8'))
    return links
      .filter(link => !existsSync(join(folder, dirname(page), toPath(link))))
      .map(link => `${page}: ${link}`)
  })
  return (await Promise.all(broken)).flat()
}

/** Find the pages about the package: notes among the examples are none. */
async function findPages(folder) {
  const docs = await readdir(join(folder, 'docs'), {recursive: true})
  return ['README.md', 'CHANGELOG.md', ...docs.map(name => `docs/${name}`)]
    .filter(path => path.endsWith('.md'))
    .sort()
}

/** Find links that name a file: those with a protocol, and `#section`, do not. */
function toLinks(page) {
  const links = []
  visit(fromMarkdown(page), node => {
    if ('url' in node) links.push(node.url)
    if (node.type !== 'html') return
    for (const [, url] of node.value.matchAll(/(?:href|src)="([^"]*)"/g)) {
      links.push(url)
    }
  })
  return links.filter(link => !/^(?:#|[a-z][a-z\d+.-]*:)/i.test(link))
}

function toPath(link) {
  return decodeURI(link.replace(/[?#].*$/s, ''))
}
