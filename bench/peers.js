// Readers of chats, Markdown, or frontmatter: each peer for the part it does.

import {parse, stringify} from 'chatmd'
import {parseTree} from 'chatmd/mdast'
import {Dotprompt} from 'dotprompt'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'
import {marked} from 'marked'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parse as parseYaml} from 'yaml'
import {readAsPlugin} from './plugin.js'

/** Up to this size readers that are not linear take part by default. */
const slow = 1.1e6

const markdownIt = new MarkdownIt()
const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze()

/** `remark-parse` with `remark-frontmatter`, on the whole file. */
export const remark = {
  name: 'remark-parse, whole file',
  /** @param {string} value */
  run: value => processor.parse(value)
}

/** The plugin’s reading, which others are compared with. */
export const plugin = {
  name: 'plugin’s reading',
  /** @param {string} value */
  run: value => readAsPlugin(value)
}

/** Envelope and contents, the latter with remark, turn by turn. */
export const mdast = {
  name: 'parse to mdast',
  /** @param {string} value */
  run: value => parseTree(value)
}

/**
 * @typedef Reader
 * @property {string} name
 * @property {(value: string) => unknown} run
 */

/**
 * Give the readers of a note of `size` characters.
 *
 * @param {number} size
 * @returns {Array<Reader>}
 */
export function toReaders(size) {
  return [
    plugin,
    {
      name: 'parse, without positions',
      run: value => parse(value, {position: false})
    },
    {name: 'parse', run: value => parse(value)},
    {name: 'parse and stringify', run: value => stringify(parse(value))},
    mdast,
    ...(size <= slow ? [remark] : []),
    {name: 'marked, tokens', run: value => marked.lexer(value)},
    {name: 'markdown-it, tokens', run: value => markdownIt.parse(value, {})}
  ]
}

/** Readers of the frontmatter of a note. */
export const frontmatterReaders = [
  {name: 'parse', run: parse},
  {
    name: 'gray-matter',
    // Note: without options it caches its results, and returns them again.
    /** @param {string} value */
    run: value => matter(value, {})
  },
  {
    name: 'dotprompt',
    /** @param {string} value */
    run: value => new Dotprompt().parse(value)
  }
]

/**
 * Read the YAML between the fences alone.
 *
 * @param {string} value
 * @returns {() => unknown}
 */
export function toYamlReader(value) {
  const [, yaml = ''] = /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(value) ?? []
  return () => parseYaml(yaml)
}
