/** Kinds of files that a text may have places for. */
export type MediaKind = 'audio' | 'image' | 'video'

/** Keys of a row that list such files. */
export type MediaKey = `${MediaKind}s`

/** Kinds of files, each with its key and the word in a text for the next one. */
export const media: ReadonlyArray<{
  kind: MediaKind
  key: MediaKey
  placeholder: string
}> = [
  {kind: 'image', key: 'images', placeholder: '<image>'},
  {kind: 'video', key: 'videos', placeholder: '<video>'},
  {kind: 'audio', key: 'audios', placeholder: '<audio>'}
]
