/**
 * Hostile notes: the name of each, the number of parts of a large one, and a
 * function that makes it. `test/growth.test.ts` reads, prints, and checks them.
 */

const delimiter = '<hr class="__chatgpt_plugin">\n'
const span = '<span style="font-size: small;"> (x)</span>\n'

/** @type {ReadonlyArray<[string, number, (size: number) => string]>} */
export const shapes = [
  ['delimiters', 2e5, size => delimiter.repeat(size)],
  ['headers', 1e5, size => 'role::user\n'.repeat(size)],
  ['turns', 1e5, size => `${delimiter}role::user\na\n`.repeat(size)],
  ['open fences', 1e5, size => `\`\`\`py\nx\n${delimiter}`.repeat(size)],
  ['open bare fences', 1e5, size => `~~~\nx\n${delimiter}`.repeat(size)],
  [
    'fences that grow',
    1e6,
    size => {
      const lengths = Array.from({length: Math.sqrt(size)}, (_, index) => index)
      return lengths
        .map(length => `${'`'.repeat(length + 3)}\n${delimiter}`)
        .join('')
    }
  ],
  [
    'fences that shrink',
    1e6,
    size => {
      const most = Math.round(Math.sqrt(size))
      return Array.from(
        {length: most},
        (_, index) => `${'`'.repeat(most - index + 3)}\n${delimiter}`
      ).join('')
    }
  ],
  [
    'quoted chats',
    5e4,
    size => `\`\`\`\n${delimiter}role::user\n\`\`\`\n\n`.repeat(size)
  ],
  [
    'fenced delimiters',
    5e4,
    size => `\`\`\`\n${delimiter}\`\`\`\nrole::user\n`.repeat(size)
  ],
  ['blank lines', 1e6, size => `a${'\n'.repeat(size)}b`],
  ['blank CRLF', 1e6, size => `a${'\r\n'.repeat(size)}b`],
  ['blank lines after a delimiter', 1e6, size => delimiter + '\r'.repeat(size)],
  [
    'blank lines after models',
    1e6,
    size => delimiter + span + '\n'.repeat(size)
  ],
  ['one line', 1e7, size => 'x'.repeat(size)],
  ['one line of markers', 1e5, size => 'role:: '.repeat(size)],
  ['one line of numbers', 1e6, size => `${'1.'.repeat(size)}1 role::user`],
  ['one line of spaces', 1e6, size => `# ${' '.repeat(size)}role::user`],
  ['one line of backticks', 1e6, size => '`'.repeat(size)],
  ['one line of spans', 1e5, size => `role::a${span.trim().repeat(size)}`],
  ['rules', 2e5, size => `x\n${'---\n'.repeat(size)}`],
  ['dashes', 1e6, size => `---\n${'-'.repeat(size)}`],
  ['backslashes', 1e5, size => `role${'\\'.repeat(size)}::user`],
  ['spaces in a delimiter', 1e6, size => `<hr${' '.repeat(size)}`],
  [
    'escapes',
    1e5,
    size => `role\\::a\n<hr  ${delimiter.slice(4)}`.repeat(size)
  ],
  ['info strings', 2e5, size => '```a`\n'.repeat(size)],
  ['comments', 5e4, size => '=begin-chatgpt-md-comment\n'.repeat(size)],
  [
    'bad delimiters',
    5e4,
    size => '<hr class="__chatgpt_plugin"\n'.repeat(size)
  ],
  [
    'a bad delimiter',
    1e5,
    size => `<hr class="__chatgpt_plugin"${' '.repeat(size)}x`
  ],
  ['YAML lists', 1e5, size => `---\n${'['.repeat(size)}\n---\n`],
  ['YAML blocks', 1e5, size => `---\n${'- '.repeat(size)}\n---\n`],
  ['YAML keys', 2e4, size => `---\n${'? '.repeat(size)}\n---\n`],
  [
    'YAML aliases',
    2e4,
    size => `---\na: &a [1]\nb: [${'*a, '.repeat(size)}]\n---\n`
  ]
]
