import type {CitingText, Marker} from './find-markers.ts'
import type {Reference} from './read-references.ts'

/** Which citation each reference belongs to. */
export interface Placed {
  /** The reference of each citation that has one. */
  placed: Map<Marker, Reference>
  /** References without a citation. */
  left: Array<Reference>
}

/**
 * Find the citation of each reference: that at its index, if its characters are
 * the right ones, or else the next one with the same characters.
 */
export function placeReferences(
  texts: ReadonlyArray<CitingText>,
  references: ReadonlyArray<Reference>
): Placed {
  const places = listPlaces(texts)
  const byIndex = new Map(places.flatMap(toIndexes))
  const byText = groupByText(places)
  const placed: Placed['placed'] = new Map()
  const left: Array<Reference> = []
  for (const reference of references) {
    const place = byIndex.get(reference.start)
    const marker =
      place && !placed.has(place.marker) && isMeant(place, reference)
        ? place.marker
        : takeNext(byText.get(reference.matched ?? ''), placed)
    if (marker) placed.set(marker, reference)
    else left.push(reference)
  }
  return {placed, left}
}

/** A citation among all texts of a message. */
interface Place {
  marker: Marker
  /** Its characters. */
  text: string
  /** Index of its first character, in code units and in code points. */
  units: number
  points: number
}

function listPlaces(texts: ReadonlyArray<CitingText>): Array<Place> {
  const places: Array<Place> = []
  let units = 0
  let points = 0
  for (const {value, markers} of texts) {
    let end = 0
    for (const marker of [...markers].sort((a, b) => a.start - b.start)) {
      points += countPoints(value.slice(end, marker.start))
      end = marker.start
      const text = value.slice(marker.start, marker.end)
      places.push({marker, text, units: units + marker.start, points})
    }
    points += countPoints(value.slice(end))
    units += value.length
  }
  return places
}

function countPoints(value: string): number {
  let count = 0
  for (const _ of value) count++
  return count
}

/** Note: exports count in code points; where two differ, those count. */
function toIndexes(place: Place): Array<[index: number, place: Place]> {
  return [
    [place.units, place],
    [place.points, place]
  ]
}

/** Whether the characters of a citation are those of a reference. */
function isMeant({text}: Place, {matched, start, end}: Reference): boolean {
  if (matched !== undefined) return text === matched
  // Note: an old export names no characters, but where they end.
  return text.length === end - start || countPoints(text) === end - start
}

/** Citations of the same characters, and which of them is the next. */
interface Queue {
  markers: Array<Marker>
  next: number
}

function groupByText(places: ReadonlyArray<Place>): Map<string, Queue> {
  const groups = new Map<string, Queue>()
  for (const {marker, text} of places) {
    const group = groups.get(text)
    if (group) group.markers.push(marker)
    else groups.set(text, {markers: [marker], next: 0})
  }
  return groups
}

/** Take the first citation that no reference has; each is looked at once. */
function takeNext(
  queue: Queue | undefined,
  placed: ReadonlyMap<Marker, Reference>
): Marker | undefined {
  while (queue && queue.next < queue.markers.length) {
    const marker = queue.markers[queue.next++]
    if (marker && !placed.has(marker)) return marker
  }
  return undefined
}
