/** Media types by the extensions of files that chats have. */
const mediaTypes = new Map([
  ['aac', 'audio/aac'],
  ['avif', 'image/avif'],
  ['bmp', 'image/bmp'],
  ['csv', 'text/csv'],
  ['flac', 'audio/flac'],
  ['gif', 'image/gif'],
  ['heic', 'image/heic'],
  ['html', 'text/html'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['m4a', 'audio/mp4'],
  ['mov', 'video/quicktime'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['ogg', 'audio/ogg'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain'],
  ['wav', 'audio/wav'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp']
])

/** Find the media type of an address or a path by its extension. */
export function toMediaType(url: string): string | undefined {
  const [path = ''] = url.split(/[?#]/, 1)
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/')
    ? mediaTypes.get(path.slice(dot + 1).toLowerCase())
    : undefined
}
