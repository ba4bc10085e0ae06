/** Blocks that hold blocks. */
export const blockParents: ReadonlySet<string> = new Set([
  'blockquote',
  'containerDirective',
  'footnoteDefinition',
  'list',
  'listItem',
  'root',
  'table'
])

/** Nodes that hold words. */
export const wordParents: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'linkReference',
  'paragraph',
  'strong',
  'tableCell',
  'tableRow'
])
