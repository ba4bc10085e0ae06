import type {Chat, ChatConfig, Turn, TurnMeta} from 'chatmd'
import {parse} from 'chatmd'
import fc from 'fast-check'

/** Pieces of lines that mean something in a note, or nearly do. */
const pieces = [
  '<hr class="__chatgpt_plugin">',
  '<hr  class="__chatgpt_plugin">',
  '<hr   class="__chatgpt_plugin">',
  ' <hr class="__chatgpt_plugin">',
  '   <hr class="__chatgpt_plugin">',
  '    <hr class="__chatgpt_plugin">',
  '<hr class="__chatgpt_plugin"> ',
  '<hr class="__chatgpt_plugin">\t',
  'x <hr class="__chatgpt_plugin"> y',
  'role::user',
  'role::assistant',
  '### role::assistant',
  '## 1.2. role::user',
  'role\\::user',
  'role\\\\::user',
  '  # role\\::tool x',
  'role::user is a sentence',
  'role::',
  'role::ASSISTANT',
  'role::other-role_1',
  'role:: engineer',
  'role::user::x',
  'role:: user',
  'x role::user y',
  'role\\::',
  'role::user <!-- {"id":"1"} -->',
  '## role::assistant<span style="font-size: small;"> (m)</span> x <!-- {"name":"user"} -->',
  'role::user<!-- x -->',
  'role::assistant<span style="font-size: small;"> (gpt-4o)</span>',
  '### role::assistant <span style="font-size: small;"> (m@x:1)</span> more',
  '### role::assistant<span style="font-size: small',
  '<span style="font-size: small;"> (gpt-4)</span>',
  '<span style="font-size: small;"> ()</span>',
  '```',
  '````',
  '`````',
  '``````md',
  '```js',
  '````md',
  ' ```',
  '   ```',
  '```a`b',
  '~~~',
  '~~~~',
  '~~~ js',
  '---',
  '--- ',
  '----',
  '--- x',
  '...',
  'model: gpt-4',
  'temperature: 0.5',
  'stop:',
  '- item',
  '> quote',
  '    code',
  'text',
  'a b',
  '# heading',
  '=begin-chatgpt-md-comment',
  '=end-chatgpt-md-comment',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\udc00',
  '😀',
  '\u2028',
  '\u0085',
  '\\',
  ' ',
  '\t',
  ''
]

const lineEnding = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')

/** Text that is hostile to whoever splits it into lines and blocks. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        {weight: 12, arbitrary: fc.constantFrom(...pieces)},
        {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 4})}
      ),
      fc.oneof(
        {weight: 8, arbitrary: lineEnding},
        {weight: 2, arbitrary: fc.constant('\n\n')},
        {weight: 1, arbitrary: fc.constant('')}
      )
    ),
    {maxLength: 24}
  )
  .map(lines => lines.flat().join(''))

/** Frontmatter that is fine, odd, or broken. */
const frontmatter = fc.constantFrom(
  '',
  '',
  '---\n---\n',
  '---\nmodel: gpt-4\n---\n\n',
  '---\r\nmodel: gpt-4 # c\r\ntemperature: 1\r\n---\r\n',
  '---\nsystem_commands: [\'a, b\', "c"]\nmodel:   "x"\nown: {a: 1}\n---\n',
  '---\nsystem_commands:\n  - a\n  # c\n  - b\nstop:\n--- \n\n\n',
  '---\nmodel: [\n---\n',
  '---\n- a\n---\n',
  '---\ntemperature: 9\nmodel: x\n---\n',
  '\n---\nmodel: x\n---\n',
  '---\nmodel: x'
)

/** A whole note, or text that somebody may take for one. */
export const note: fc.Arbitrary<string> = fc.oneof(
  {weight: 1, arbitrary: fc.string({unit: 'binary'})},
  {
    weight: 20,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '', '\ufeff'), frontmatter, text)
      .map(parts => parts.join(''))
  }
)

/** Content without fences, which can change how other turns are read. */
export const plainText: fc.Arbitrary<string> = text.map(value =>
  toContent(value.replaceAll(/[`~-]/g, 'x'))
)

/** Content as it is read back: without blank lines at its ends. */
export function toContent(value: string): string {
  return value
    .replace(/[ \t\r\n]+$/, '')
    .replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '')
}

const role = fc.constantFrom(
  'user',
  'user',
  'assistant',
  'assistant',
  'system',
  'tool',
  'developer',
  'a-b_c1'
)

const model = fc.constantFrom(
  undefined,
  undefined,
  'gpt-4o',
  'ollama@qwen3:1.7b',
  '',
  ' x ',
  '(user)',
  'a)</span',
  '\u2028\ud800'
)

const meta: fc.Arbitrary<TurnMeta | undefined> = fc.oneof(
  {weight: 6, arbitrary: fc.constant(undefined)},
  {
    weight: 1,
    arbitrary: fc.constantFrom<TurnMeta>(
      {},
      {id: 'msg_1', time: '2026-02-12T23:58:10Z', weight: 0},
      {
        name: 'user-->assistant',
        a: ['<hr class="__chatgpt_plugin">', 'role::']
      },
      {
        '\\role': '\role \\role\r',
        userole: '\u2028"\ud800',
        b: {c: null, d: true}
      }
    )
  },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(fc.string(), fc.jsonValue({maxDepth: 3}))
      .map(value => JSON.parse(JSON.stringify(value)) as TurnMeta)
  }
)

/** A turn made by hand. */
export const turn: fc.Arbitrary<Turn> = fc
  .record({
    role,
    model,
    meta,
    value: text.map(toContent)
  })
  .map(({role, model, meta, value}) => ({
    type: 'turn',
    role,
    ...(model !== undefined && {model}),
    ...(meta !== undefined && {meta}),
    value
  }))

/** Settings of a chat. */
export const config: fc.Arbitrary<ChatConfig> = fc.constantFrom<ChatConfig>(
  {},
  {},
  {model: 'gpt-4o'},
  {system_commands: ['a, b', '# c', '---'], temperature: 0.5},
  {stop: null, own: {a: ['yes', '1e3', 'a: b']}}
)

/** A chat made by hand. */
export const chat: fc.Arbitrary<Chat> = fc.record({
  type: fc.constant('chat' as const),
  config,
  children: fc.array(turn, {maxLength: 6})
})

/** Turns that were taken from notes, with the odd new or changed one. */
export const turns: fc.Arbitrary<Array<Turn>> = fc
  .array(
    fc.tuple(
      fc.oneof(
        {
          weight: 5,
          arbitrary: note.map(value => parse(value).children)
        },
        {weight: 1, arbitrary: turn.map(turn => [turn])}
      ),
      fc.nat(),
      fc.record(
        {role, model, meta, value: text.map(toContent)},
        {requiredKeys: []}
      ),
      fc.constantFrom('keep', 'keep', 'change')
    ),
    {maxLength: 8}
  )
  .map(picks =>
    picks.flatMap(([turns, pick, change, how]) => {
      const picked = turns[pick % turns.length]
      if (!picked) return []
      return [how === 'change' ? {...picked, ...change} : picked]
    })
  )

/** A chat without the fields that say where it came from. */
export function bare(chat: Chat): unknown {
  return {
    type: chat.type,
    config: chat.config,
    children: chat.children.map(({type, role, model, meta, value}) => ({
      type,
      role,
      ...(model !== undefined && {model}),
      ...(meta !== undefined && {meta}),
      value
    }))
  }
}
