/** How much there is of something. */
export interface Count {
  turns: number
  characters: number
}

/** How much there is of each of several, by name. */
export type Counts = Map<string, Count>

/** Count a turn, and the same under a name. */
export function addTo(counts: Counts, name: string, characters: number): void {
  const count = counts.get(name)
  if (count) {
    count.turns++
    count.characters += characters
  } else counts.set(name, {turns: 1, characters})
}
