// In: the texts of a message, and the sources of their citations. Out: the same
// texts with links in place of the citations. Nothing but a citation is replaced:
// its characters have to be those that the export names, at the index it names,
// or else a citation of the same characters elsewhere.

import {isArray} from '../../yaml/is-array.ts'
import type {Marker} from './find-markers.ts'
import {findMarkers, findPairs} from './find-markers.ts'
import {placeReferences} from './place-references.ts'
import type {Reference} from './read-references.ts'

/** Texts whose citations are links. */
export interface Resolved {
  values: Array<string>
  /** References that no citation belongs to. */
  left: Array<Reference>
  /** Addresses of the links. */
  linked: Set<string>
  /** How many citations were taken out, since they have no source. */
  unresolved: number
}

/** Characters to replace. */
interface Replacement {
  start: number
  end: number
  value: string
}

/** Put links in place of citations. */
export function resolveCitations(
  values: ReadonlyArray<string>,
  references: ReadonlyArray<Reference>
): Resolved {
  const texts = values.map(value => ({value, markers: findMarkers(value)}))
  const {placed, left} = placeReferences(texts, references)
  const linked = new Set<string>()
  for (const {urls} of placed.values()) for (const url of urls) linked.add(url)
  let unresolved = 0
  const resolved = texts.map(({value, markers}) => {
    const replacements = findBrackets(value)
    for (const marker of markers) {
      const markdown = placed.get(marker)?.markdown ?? readName(marker)
      // Note: 【…】 may be any text, and shows.
      if (markdown === undefined && marker.kind === '') continue
      if (markdown === undefined) unresolved++
      replacements.push(toReplacement(value, marker, markdown ?? ''))
    }
    return replace(value, replacements)
  })
  return {values: resolved, left, linked, unresolved}
}

/** Find characters that mark a span, and show as nothing. */
function findBrackets(value: string): Array<Replacement> {
  return findPairs(value, '\ue203', '\ue204').flatMap(([start, end]) => [
    {start, end: start + 1, value: ''},
    {start: end - 1, end, value: ''}
  ])
}

/** Read the name in a citation of kind `entity`, which is part of a sentence. */
function readName({kind, rest}: Marker): string | undefined {
  if (kind !== 'entity') return undefined
  try {
    const value: unknown = JSON.parse(rest)
    const name: unknown = isArray(value) ? value[1] : undefined
    return typeof name === 'string' ? name : undefined
  } catch {
    return undefined
  }
}

function toReplacement(
  value: string,
  {start, end}: Marker,
  markdown: string
): Replacement {
  const isApart = start === 0 || /\s/.test(value.charAt(start - 1))
  const gap = markdown.startsWith('(') && !isApart ? ' ' : ''
  return {start, end, value: gap + markdown}
}

/** Replace from right to left; one that lies in another is replaced with it. */
function replace(
  value: string,
  replacements: ReadonlyArray<Replacement>
): string {
  const pieces: Array<string> = []
  let before = value.length
  const sorted = [...replacements].sort((a, b) => b.end - a.end)
  for (const {start, end, value: text} of sorted) {
    if (end > before) continue
    pieces.push(value.slice(end, before), text)
    before = start
  }
  pieces.push(value.slice(0, before))
  return pieces.reverse().join('')
}
