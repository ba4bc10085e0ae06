// Every literal of the format of ChatGPT MD. `docs/syntax.md` is its spec.

/** How the line that ends a turn starts; an escaped one has more spaces after it. */
export const delimiterStart = '<hr'

/** How it goes on after a space: the first is written, and all are read. */
export const delimiterEnds = ['class="__chatgpt_plugin">'] as const

/** Lines that end a turn; ChatGPT MD splits a note at each, wherever it stands. */
export const delimiters: ReadonlyArray<string> = delimiterEnds.map(
  end => `${delimiterStart} ${end}`
)

/** The line that ends a turn, as it is written. */
export const delimiter = `${delimiterStart} ${delimiterEnds[0]}`

/** Word of the delimiter that nothing else holds. */
export const delimiterName = '__chatgpt_plugin'

/** Start of a header, before the role. */
export const roleMarker = 'role::'

/** The marker around the place where an escaped one has backslashes. */
export const roleMarkerParts = ['role', '::'] as const

/** Text around the model in a header. */
export const modelSpan = {
  open: '<span style="font-size: small;"> (',
  close: ')</span>'
} as const

/** Text around the meta at the end of a header: a comment with JSON. */
export const metaComment = {open: '<!--', close: '-->'} as const

/** Begin and end of a comment block: text for the author that is not sent. */
export const commentBlock = {
  begin: '=begin-chatgpt-md-comment',
  end: '=end-chatgpt-md-comment'
} as const

/** The marker that begins one around the place where an escaped one has backslashes. */
export const commentBlockParts = ['=begin', '-chatgpt-md-comment'] as const

/** Roles that chatmd knows. */
export const knownRoles = [
  'assistant',
  'developer',
  'system',
  'tool',
  'user'
] as const

/** Roles that ChatGPT MD reads, in the order in which it looks for them. */
export const pluginRoles = ['user', 'assistant', 'developer'] as const

/** Role of a turn without a header. */
export const firstRole = 'user'

/** How ChatGPT MD writes boundaries. */
export const style = {
  heading: '### ',
  before: 2,
  between: 2,
  after: 2
} as const
