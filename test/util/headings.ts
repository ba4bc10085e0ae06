import type {Dialect, MarkLine, Speaker, Style} from 'chatmd'

const header = /( {0,3})#{1,6} (user|assistant)([ \t]*)(?=[\r\n]|$)/y

interface Heading extends MarkLine {
  role: string
}

/** A second, tiny dialect: turns under `## user` and `## assistant`. */
export const headings: Dialect = {
  name: 'headings',
  keys: new Map(),
  firstRole: 'user',
  needles: ['# user', '# assistant'],
  readLine(value, start): Heading | undefined {
    header.lastIndex = start
    const [line, indent = '', role, space] = header.exec(value) ?? []
    if (line === undefined || role === undefined) return undefined
    return {
      kind: 'mark',
      start,
      end: start + line.length,
      indent: indent.length,
      // White space at its end makes it count in code, too.
      opens: space ? 'hard' : 'soft',
      goesOn: false,
      role
    }
  },
  measure: () => ({length: 1, open: false}),
  readSpeaker: ([line]) => ({role: (line as Heading).role}),
  unwrapsFences: false,
  mayHaveEscapes: value => value.includes('# \\'),
  decode: body => body.replace(/# \\(?=\\*(?:user|assistant))/g, '# '),
  encode: value => value.replace(/# (?=\\*(?:user|assistant))/g, '# \\'),
  findEscapes: body =>
    Array.from(
      body.matchAll(/# \\(?=\\*(?:user|assistant))/g),
      ({index}, before) => index + 2 - before
    ),
  style: {heading: '## ', before: 2, between: 2, after: 2},
  readStyle: open => ({heading: `${/#+/.exec(open)?.[0]} `}),
  writeBoundary: (speaker, style) =>
    `${writeHeader(speaker, style)}${style.lineEnding.repeat(style.after)}`,
  changeBoundary(open, {lines: [line]}, speaker, style) {
    return writeHeader(speaker, style) + open.slice(line?.end)
  },
  strengthen(open, {lines: [line]}) {
    if (line?.opens !== 'soft') return undefined
    return `${open.slice(0, line.end)} ${open.slice(line.end)}`
  },
  rules: [],
  detect: ({turns}) => ({
    dialect: 'headings',
    confidence: turns.some(({boundary}) => boundary) ? 0.9 : 0,
    evidence: []
  })
}

function writeHeader({role, model, meta}: Speaker, {heading}: Style): string {
  if (!['user', 'assistant'].includes(role)) {
    throw new TypeError(`Cannot write role \`${role}\``)
  }
  if (model !== undefined || meta !== undefined) {
    throw new TypeError('Cannot write a model or meta')
  }
  return heading + role
}
