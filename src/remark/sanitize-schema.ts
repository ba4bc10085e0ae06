import {defaultSchema, type Schema} from 'hast-util-sanitize'

/** Names that `remark-rehype` gives to footnotes. */
const footnoteName = /^(?:footnote-label|user-content-.+)$/

const {'*': shared = [], section = []} = defaultSchema.attributes ?? {}

/**
 * Schema for `rehype-sanitize`, for pages of chats: its default one, with the
 * attributes that `handlers` give to turns.
 *
 * Elements keep the names of footnotes, whose links the default schema would
 * break, and lose others, as they could stand for variables of the page.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    '*': shared.map(name =>
      name === 'id' || name === 'name' ? [name, footnoteName] : name
    ),
    section: [...section, 'dataModel', 'dataRole']
  },
  clobberPrefix: ''
}
