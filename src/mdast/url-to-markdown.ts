import type {Options} from 'mdast-util-to-markdown'

/**
 * An extension for `mdast-util-to-markdown` that escapes a `<` at the start of a
 * URL, which would open one in angle brackets.
 */
export const urlToMarkdown: Options = {
  unsafe: [{character: '<', before: '[( ]', inConstruct: 'destinationRaw'}]
}
