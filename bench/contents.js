// Parse a chat to mdast turn by turn, and the same text in one piece.
// Usage: node bench/contents.js [megabytes], after a build.

import process from 'node:process'
import {parse} from 'chatmd'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const megabytes = Number(process.argv[2] ?? 10)
const turns = [
  'How do I *sort* a list of `numbers`?\n\n1. in place\n2. into a new one\n',
  'Like this:\n\n```js\nconst sorted = list.toSorted((a, b) => a - b)\n```\n\n| method | in place |\n| --- | --- |\n| `sort` | yes |\n\n> See the **documentation**, or [MDN](https://developer.mozilla.org).\n',
  '那么倒序呢？谢谢！\n\n- [ ] test it\n- done\n'
]

let value = ''
for (let index = 0; value.length < megabytes * 1_000_000; index++) {
  const role = index % 2 ? 'assistant' : 'user'
  value += `<hr class="__chatgpt_plugin">\n\n### role::${role}\n\n${turns[index % turns.length]}\n`
}

const apart = time(() => parse(value, {content: 'mdast'}))
console.log(`${megabytes} MB turn by turn: ${apart.toFixed(1)} s`)
const whole = time(() => unified().use(remarkParse).parse(value))
console.log(`${megabytes} MB in one piece: ${whole.toFixed(1)} s`)
console.log(`Ratio: ${(apart / whole).toFixed(3)}`)

function time(run) {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}
