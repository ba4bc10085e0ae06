/** A data URL in its two parts. */
export interface DataUrl {
  /** Media type, without parameters. */
  mediaType: string
  /** Content in base64. */
  data: string
}

/** Read a data URL in base64; another URL is `undefined`. */
export function readDataUrl(url: string): DataUrl | undefined {
  const comma = url.indexOf(',')
  if (comma === -1 || !/^data:/i.test(url)) return undefined
  const [mediaType = '', ...rest] = url.slice('data:'.length, comma).split(';')
  if (rest[rest.length - 1] !== 'base64') return undefined
  return {mediaType, data: url.slice(comma + 1)}
}

/** Write a data URL. */
export function toDataUrl({mediaType, data}: DataUrl): string {
  return `data:${mediaType};base64,${data}`
}
