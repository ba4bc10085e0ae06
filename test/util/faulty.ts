import fc from 'fast-check'
import {text} from './arbitrary.ts'

/** Lines of frontmatter, right and wrong. */
const settings = [
  'model: gpt-4o',
  'model: "gpt-4o"',
  'model: gpt-4 # old',
  'temperature: "0.7"',
  "temperature: '2'",
  'temperature: "7"',
  'temperature: 0.7',
  'temprature: "0.7"',
  'max_tokens: "300"',
  'max_tokens: &a "300"',
  'stream: "true"',
  "stream: 'yes'",
  'stream: true',
  'n: !!str "1"',
  '"n": "1"',
  'system_commands: Be brief.',
  'system_commands: Be brief, and kind.',
  'system_commands: "Be: brief"',
  'system_commands: |\n  Be brief.\n  Be kind.',
  "system_commands: ['Be brief, and kind.', c]",
  'system_commands:\n  - Be brief.\n  # why\n  - Be kind.',
  'stop: [a, "b, c"] # d',
  'stop: [-, "b, c"]',
  'stop: ["a, b",\n  c]',
  'stop: [&a "a, b", *a]',
  'own: {a: ["b, c"]}',
  'own: [["b, c"]]',
  'own: |+\n  a\n\n',
  'own: *a',
  'own:',
  '? own\n: 1',
  '1: a',
  '"1": a',
  'date: {{date}} {{time}}',
  'title: {{title}}',
  '<%* if (a) { %>',
  'title: <% tp.file.title %>',
  'chatmd: {off: [empty-turn, no-rule]}',
  'chatmd: {off: duplicate-key}',
  'a: [',
  '- a'
]

/** Pieces of a chat, right and wrong. */
const lines = [
  'A question, and more.',
  'An answer.',
  '',
  '<hr class="__chatgpt_plugin">',
  '<hr class="__chatgpt_plugin">\n\n### role::assistant',
  '<hr class="__chatgpt_plugin">\n\n### role::user',
  '<hr class="__chatgpt_plugin"/>',
  '<hr class="__chatgpt_plugin"',
  "<hr class='__chatgpt_plugin'>\n\nrole::assistant",
  '   hr class="__chatgpt_plugin"> ',
  '### role::assistant',
  'role::user',
  'role::system',
  'role:: engineer',
  'role::assistant said',
  '<span style="font-size: small;"> (gpt-4)</span>',
  '### role::assistant<span style="font-size: small;"> (gpt-4o)</span>',
  '### role::assistant Hello! <!-- {"id":"1"} -->',
  'See `<hr class="__chatgpt_plugin">` and role::user.',
  '```html\n<hr class="__chatgpt_plugin">\nrole::user\n```',
  '```\n<hr class="__chatgpt_plugin">\n```',
  '```',
  '````md',
  '* ```js',
  '~~~',
  '---',
  '---\ntemperature: 0\n---',
  '=begin-chatgpt-md-comment',
  '=end-chatgpt-md-comment'
]

const lineEnding = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')

/** Frontmatter of settings in any order. */
const frontmatter = fc
  .array(fc.constantFrom(...settings), {maxLength: 6})
  .map(lines => (lines.length === 0 ? '' : ['---', ...lines, '---'].join('\n')))

/** A chat with mistakes. */
const chat = fc
  .tuple(
    frontmatter,
    fc.array(fc.constantFrom(...lines), {maxLength: 14}),
    fc.constantFrom('\n', '\n\n'),
    lineEnding
  )
  .map(([start, turns, gap, lineEnding]) =>
    [start, ...turns, ''].join(gap).replaceAll('\n', lineEnding)
  )

/** Take out, double, or put in a few characters of a note, anywhere. */
const damaged = fc
  .tuple(
    chat,
    fc.array(
      fc.record({
        at: fc.double({min: 0, max: 1, noNaN: true}),
        length: fc.nat(3),
        content: fc.constantFrom('', '', '\n', '`', '"', ':', '<', ' ', ',')
      }),
      {minLength: 1, maxLength: 4}
    )
  )
  .map(([value, changes]) =>
    changes.reduce((text, {at, length, content}) => {
      const offset = Math.floor(at * text.length)
      return text.slice(0, offset) + content + text.slice(offset + length)
    }, value)
  )

/** A note with many mistakes, some of which have a fix. */
export const faulty: fc.Arbitrary<string> = fc.oneof(
  {weight: 3, arbitrary: chat},
  {weight: 3, arbitrary: damaged},
  {
    weight: 1,
    arbitrary: fc
      .tuple(frontmatter, text)
      .map(([start, text]) => `${start}\n${text}`)
  }
)
