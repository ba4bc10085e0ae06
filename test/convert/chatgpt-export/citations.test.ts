import {describe, expect, test} from 'vitest'
import {resolveText} from '../../../src/convert/chatgpt-export/resolve-text.ts'
import type {Part} from '../../../src/convert/message.ts'

const cite = '\ue200cite\ue202turn0search0\ue201'
const other = '\ue200cite\ue202turn0search1\ue201'

function resolve(
  texts: ReadonlyArray<string>,
  metadata: Record<string, unknown>
): {texts: Array<string>; reasons: Array<string>} {
  const reasons: Array<string> = []
  const parts = texts.map<Part>(text => ({type: 'text', text}))
  const resolved = resolveText(parts, metadata, ['m'], {
    onLoss: ({code, reason}) => reasons.push(`${code}: ${reason}`)
  })
  return {
    texts: resolved.map(part => ('text' in part ? (part.text ?? '') : '')),
    reasons
  }
}

/** A reference of a newer export to the pages of a citation. */
function toReference(
  matched: string,
  start: number,
  url: string
): Record<string, unknown> {
  return {
    type: 'grouped_webpages',
    matched_text: matched,
    start_idx: start,
    end_idx: start + matched.length,
    items: [{title: 'T', url}]
  }
}

describe('a sentence that looks like citations', () => {
  test.each([
    'The linked list and its links were cited',
    'cite, navlist, filecite and turn0search0 are words',
    'I see 【1†source】 in it',
    'and 】 the end of one',
    '\ue200A\ue201 \ue200 \ue201 icons of another font'
  ])('should stay as it is: %j', text => {
    const references = [toReference('cited', 35, 'https://a.example/')]
    const metadata = {content_references: references}
    expect(resolve([text], {}).texts).toEqual([text])
    expect(resolve([text], metadata).texts).toEqual([text])
  })
})

describe('citations with references', () => {
  test('should become links at their index', () => {
    const text = `A ${cite} b${cite}.`
    const content_references = [
      toReference(cite, text.lastIndexOf(cite), 'https://b.example/'),
      toReference(cite, 2, 'https://a.example/')
    ]
    expect(resolve([text], {content_references})).toEqual({
      texts: ['A ([T](https://a.example/)) b ([T](https://b.example/)).'],
      reasons: []
    })
  })

  test.each([
    ['code points', 3],
    ['code units', 4],
    ['nothing that is right', 99]
  ])('should be found by %s', (_, start) => {
    const reference = toReference(cite, start, 'a')
    const metadata = {content_references: [reference]}
    expect(resolve([`😀, ${cite}`], metadata)).toEqual({
      texts: ['😀, ([T](a))'],
      reasons: []
    })
  })

  test('should be found in the text that has them', () => {
    const content_references = [
      toReference(other, 3 + cite.length, 'b'),
      toReference(cite, 99, 'a')
    ]
    expect(
      resolve([`A ${cite}`, `B${other}`, 'C'], {content_references})
    ).toEqual({
      texts: ['A ([T](a))', 'B ([T](b))', 'C'],
      reasons: []
    })
  })

  test.each([
    ['the words that the export has for them', {alt: '([S](s))'}, ' ([S](s))'],
    ['nothing, if they are hidden', {type: 'hidden', items: [{url: 'u'}]}, ''],
    [
      'the name of a file',
      {type: 'file', name: 'a.pdf', items: []},
      ' (a.pdf)'
    ],
    [
      'all pages of a group',
      {
        items: [
          {title: 'A', url: 'a', supporting_websites: [{title: 'B', url: 'b'}]}
        ]
      },
      ' ([A](a), [B](b))'
    ],
    [
      'images',
      {type: 'image_v2', items: [], images: [{title: 'I', content_url: 'i'}]},
      ' ([I](i))'
    ],
    ['a page by itself', {items: null, url: 'p', attribution: 'P'}, ' ([P](p))']
  ])('should become %s', (_, about, markdown) => {
    const reference = {...toReference(cite, 1, 'a'), ...about}
    expect(resolve([`A${cite}`], {content_references: [reference]})).toEqual({
      texts: [`A${markdown}`],
      reasons: []
    })
  })

  test('should each have one reference', () => {
    const content_references = [
      toReference(cite, 0, 'a'),
      toReference(cite, 99, 'b'),
      toReference(cite, 99, 'c')
    ]
    expect(resolve([cite + cite], {content_references})).toEqual({
      texts: ['([T](a)) ([T](b))'],
      reasons: [
        'citation-unresolved: Cannot place 1 sources, such as `c`: the text does not cite them'
      ]
    })
  })

  test('should be told from each other by their characters', () => {
    const content_references = [toReference(other, 2, 'b')]
    expect(resolve([`A ${cite}${other}`], {content_references})).toEqual({
      texts: ['A  ([T](b))'],
      reasons: [
        'citation-unresolved: Cannot resolve 1 citations: the export does not say what they refer to'
      ]
    })
  })
})

describe('citations of old exports', () => {
  test.each([
    ['code units', '😀【1†source】', 2],
    ['code points', '😀【1†source】', 1]
  ])('should become links at their index in %s', (_, text, start) => {
    const citations = [
      {start_ix: start, end_ix: start + 10, metadata: {title: 'T', url: 'a'}}
    ]
    expect(resolve([text], {citations})).toEqual({
      texts: ['😀 ([T](a))'],
      reasons: []
    })
  })

  test('should be found in characters of two units', () => {
    const citations = [
      {start_ix: 0, end_ix: 5, metadata: {title: 'T', url: 'a'}}
    ]
    expect(resolve(['【😀†1】'], {citations}).texts).toEqual(['([T](a))'])
  })

  test('should stay where their index is another', () => {
    const citations = [
      {start_ix: 0, end_ix: 10, metadata: {title: 'T', url: 'a'}},
      {start_ix: 1, end_ix: 5, metadata: {title: 'T', url: 'a'}},
      {start_ix: null, end_ix: 5}
    ]
    expect(resolve([' 【1†source】'], {citations})).toEqual({
      texts: [' 【1†source】'],
      reasons: [
        'citation-unresolved: Cannot place 1 sources, such as `a`: the text does not cite them'
      ]
    })
  })
})

describe('citations without a reference', () => {
  test('should be taken out, and said', () => {
    const text = `A ${cite} b \ue200navlist\ue202x\ue202y\ue201.`
    expect(resolve([text], {content_references: 'none'})).toEqual({
      texts: ['A  b .'],
      reasons: [
        'citation-unresolved: Cannot resolve 2 citations: the export does not say what they refer to'
      ]
    })
  })

  test.each([
    ['["company","Apple","maker"]', 'Apple'],
    ['["company"]', ''],
    ['{"a":1}', ''],
    ['not JSON', '']
  ])('should leave the name in %j', (json, name) => {
    const text = `\ue200entity\ue202${json}\ue201 makes phones.`
    expect(resolve([text], {}).texts).toEqual([`${name} makes phones.`])
  })

  test('should say which sources no text cites', () => {
    const content_references = [
      toReference(cite, 0, 'a'),
      {
        type: 'sources_footnote',
        matched_text: ' ',
        sources: [{url: 'a'}, {url: 'b'}]
      }
    ]
    expect(resolve([cite], {content_references})).toEqual({
      texts: ['([T](a))'],
      reasons: [
        'citation-unresolved: Cannot place 1 sources, such as `b`: the text does not cite them'
      ]
    })
  })
})

test('should take out characters that mark a span, and leave the span', () => {
  const text = `\ue203A ${cite}b\ue204 \ue203c`
  expect(resolve([text], {}).texts).toEqual(['A b \ue203c'])
})

test('should replace what is in a span of another citation once', () => {
  const text = `【a${cite}】`
  const citations = [{start_ix: 0, end_ix: text.length, metadata: {url: 'u'}}]
  expect(resolve([text], {citations}).texts).toEqual(['([u](u))'])
})

test('should leave parts that are no text', () => {
  const parts: Array<Part> = [{type: 'file', ref: 'a'}]
  expect(resolveText(parts, {}, [], {})).toEqual(parts)
})
