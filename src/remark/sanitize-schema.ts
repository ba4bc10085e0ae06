import {defaultSchema, type Schema} from 'hast-util-sanitize'

/** Names that `remark-rehype` gives to footnotes. */
const footnoteName = /^(?:footnote-label|user-content-.+)$/

/** Attributes that each element may have, by its name, or by `*`. */
type Attributes = NonNullable<Schema['attributes']>

const attributes = defaultSchema.attributes as Attributes & {
  '*': Attributes[string]
  section: Attributes[string]
}

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
    ...attributes,
    '*': attributes['*'].map(name =>
      name === 'id' || name === 'name' ? [name, footnoteName] : name
    ),
    section: [...attributes.section, 'dataModel', 'dataRole']
  },
  clobberPrefix: ''
}
