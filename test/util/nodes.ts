import fc from 'fast-check'
import type {RootContent} from 'mdast'

/** Pieces of text that mean something in Markdown, side by side. */
const value = fc.oneof(
  fc.constantFrom('a', 'b', 'x y'),
  fc
    .array(
      fc.constantFrom(
        ...['a', ' ', '\n', '\t', '*', '**', '_', '`', '```', '~~', '[', ']'],
        ...['](', '(', ')', '!', '<', '>', '</b>', '<!--', '&', '&amp;', '\\'],
        ...['#', '- ', '+ ', '1. ', '---', '=', '|', ':', '::', ':::', ':a'],
        ...['{', '}', '$', '[^a]', '[a]: b', 'https://a.b', 'a@b.c', '"', 'é'],
        ...['role::user', '<hr class="__chatgpt_plugin">', '\u00a0', '😀'],
        ...['=begin-chatgpt-md-comment', '=end-chatgpt-md-comment']
      ),
      {minLength: 1, maxLength: 4}
    )
    .map(parts => parts.join(''))
)

const names = {identifier: 'a', label: 'a'}
const title = fc.option(value)
const url = fc.oneof(value, fc.constantFrom('', '<a>', 'mailto:a@b.c'))

/** Make nodes of a type with children of one kind. */
function parents(type: string, children: fc.Arbitrary<unknown>) {
  return fc.record({type: fc.constant(type), children})
}

const {words} = fc.letrec(tie => ({
  word: fc.oneof(
    {maxDepth: 3},
    fc.record({
      type: fc.constantFrom(
        'text',
        'text',
        'inlineCode',
        'html',
        'chatComment'
      ),
      value
    }),
    fc.constantFrom({type: 'break'}, {type: 'footnoteReference', ...names}),
    fc.record({type: fc.constant('image'), url, title, alt: value}),
    parents('emphasis', tie('words')),
    parents('strong', tie('words')),
    parents('delete', tie('words')),
    fc.record({type: fc.constant('link'), url, title, children: tie('words')})
  ),
  words: fc.array(tie('word'), {minLength: 1, maxLength: 4})
}))

const cell = parents('tableCell', words)
const row = parents('tableRow', fc.array(cell, {minLength: 1, maxLength: 2}))

const {blocks} = fc.letrec(tie => ({
  block: fc.oneof(
    {maxDepth: 3},
    parents('paragraph', words),
    fc.record({
      type: fc.constant('heading'),
      depth: fc.integer({min: 1, max: 6}),
      children: words
    }),
    fc.record({type: fc.constantFrom('code', 'html', 'chatComment'), value}),
    fc.constant({type: 'thematicBreak'}),
    fc.record({type: fc.constant('definition'), url, title}).map(node => ({
      ...node,
      ...names
    })),
    parents('table', fc.array(row, {minLength: 1, maxLength: 2})),
    parents('blockquote', tie('blocks')),
    fc.record({
      type: fc.constant('list'),
      ordered: fc.boolean(),
      spread: fc.boolean(),
      children: fc.array(parents('listItem', tie('blocks')), {
        minLength: 1,
        maxLength: 3
      })
    })
  ),
  blocks: fc.array(tie('block'), {maxLength: 3})
}))

/** Contents as mdast of GFM: trees that can be made, if not written. */
export const nodes = blocks as fc.Arbitrary<Array<RootContent>>
