// Files as an image alone in its paragraph, which Obsidian shows. The title has
// the media type where the address does not say it.

import {
  codes,
  isLineEnding,
  lineEnd,
  nextLine,
  skipSpaces
} from '../../text/line.ts'
import type {FilePart} from '../message.ts'
import type {Block} from './block.ts'
import {toMediaType} from './media-type.ts'

// `![\alt](<address> "title")`; in an address without `<`, parentheses stand in
// pairs. Note: each loop is over one class of characters, so that none grows the
// stack of the expression.
const image =
  /!\[(\\*)([^[\]\\\r\n]*)\]\((?:<([^<>\\\r\n]+)>|([^\s()<>\\]*(?:\([^\s()<>\\]*\)[^\s()<>\\]*)*))(?: "([^"\\\r\n]*)")?\)/y

// `!\[[address|alt]]`
const embed = /!(\\*)\[\[([^[\]|#^\\\r\n]+)(?:\|([^[\]|\\\r\n]+))?\]\]/y

const dataUrl = /^data:([\w.+-]+\/[\w.+-]+);base64,([A-Za-z0-9+/=]*)$/

/** Media type of an image whose address does not say it. */
const anyImage = 'image/*'

/** Read the image that starts at `start`, if it is alone in its paragraph. */
export function readFile(value: string, start: number): Block | undefined {
  if (value.charCodeAt(start) !== codes.exclamation) return undefined
  const block = readImage(value, start) ?? readEmbed(value, start)
  return block && isAlone(value, block.end) ? block : undefined
}

function readImage(value: string, start: number): Block | undefined {
  image.lastIndex = start
  const match = image.exec(value)
  if (!match) return undefined
  const [{length}, slashes = '', name, quoted, bare, title] = match
  const url = quoted ?? bare
  if (!url) return undefined
  return {
    start,
    end: start + length,
    mark: start + '!['.length,
    slashes: slashes.length,
    part: toFile(name, url, title)
  }
}

function readEmbed(value: string, start: number): Block | undefined {
  embed.lastIndex = start
  const match = embed.exec(value)
  if (!match) return undefined
  const [{length}, slashes = '', url = '', name] = match
  // Note: anything else that is embedded is a note.
  if (!toMediaType(url)) return undefined
  return {
    start,
    end: start + length,
    mark: start + '!'.length,
    slashes: slashes.length,
    part: toFile(name, url, undefined)
  }
}

function toFile(
  name: string | undefined,
  url: string,
  title: string | undefined
): FilePart {
  const [, type, data] = title === undefined ? (dataUrl.exec(url) ?? []) : []
  const mediaType = type ?? title ?? toMediaType(url) ?? anyImage
  return {
    type: 'file',
    ...(mediaType !== '' && {mediaType}),
    ...(name && {name}),
    ...(data === undefined ? {url} : {data})
  }
}

/** Whether blank lines, or nothing, follow. */
function isAlone(value: string, offset: number): boolean {
  const end = skipSpaces(value, offset)
  if (end === value.length) return true
  if (!isLineEnding(value.charCodeAt(end))) return false
  const next = nextLine(value, end)
  return skipSpaces(value, next) === lineEnd(value, next)
}

/** Write a file as an image; whether that says all is for the reader to find. */
export function writeFile({mediaType, name, url, data}: FilePart): string {
  const address = data === undefined ? url : `data:${mediaType};base64,${data}`
  const implied = toMediaType(address ?? '') ?? anyImage
  const isPlain = data !== undefined || mediaType === implied
  const title = isPlain ? '' : ` "${mediaType ?? ''}"`
  const isBare = /^[^\s()<>\\]*$/.test(address ?? '')
  const target = isBare ? address : `<${address}>`
  return `![${name ?? ''}](${target}${title})`
}
