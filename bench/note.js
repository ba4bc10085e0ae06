// Notes of any size, the same for the same seed: prose, lists, fences, tables,
// and CJK, each about as often as in 121 real notes, tables aside. In 1 MB those
// have 28,000 lines, of them 2,400 of lists and 2,500 fences, 3,300 backticks in
// lines, and 840 delimiters; the mean turn has 1,057 characters.

import {between, createRandom, pick} from './random.js'

const delimiter = '<hr class="__chatgpt_plugin">'

const words =
  'the of and a to in is that it for on with as you this be are can not or from list sort value function number answer question file note model time when which would about code example first second method returns string array object if there more used each other only new table row column memory language'.split(
    ' '
  )

const hanWords =
  '我们 可以 使用 这个 方法 来 排序 一个 列表 如果 需要 更快 的 速度 请 参考 文档 例如 首先 然后 最后 注意 性能 内存 模型 语言 学习 问题 回答'.split(
    ' '
  )

const languages = ['js', 'python', 'sh', 'json', '']

const codeLines = [
  'const sorted = list.toSorted((a, b) => a - b)',
  'for item in items:',
  '    print(f"{item.name}: {item.value}")',
  'if (value === undefined) return',
  'npm install --save-dev typescript',
  '# sort them by value',
  '  "name": "example",',
  ''
]

/** Frontmatter as ChatGPT MD writes it. */
export const frontmatter = `---
system_commands: ['I am a helpful assistant.']
temperature: 0
top_p: 1
max_tokens: 512
presence_penalty: 1
frequency_penalty: 1
stream: true
stop: null
n: 1
model: gpt-3.5-turbo
---

`

/**
 * Make a note without frontmatter of about `size` characters.
 *
 * @param {number} size
 * @param {number} [most] How long an answer is at most, about (default: `3000`).
 * @returns {string}
 */
export function makeNote(size, most = 3000) {
  const random = createRandom(1)
  const parts = []
  let length = 0
  for (let index = 0; length < size; index++) {
    const part = makeTurn(random, index, most)
    parts.push(part)
    length += part.length
  }
  return flat(parts.join(''))
}

/**
 * Make a denser note: the mean turn has 600 characters.
 *
 * @param {number} size
 */
export function makeDense(size) {
  return makeNote(size, 1040)
}

/**
 * Make a content of about `size` characters.
 *
 * @param {number} size
 * @param {number} [seed] (default: `2`)
 * @returns {string}
 */
export function makeContent(size, seed = 2) {
  return flat(makeBlocks(createRandom(seed), size))
}

/**
 * Copy a text into one piece: one that was joined is a tree of its parts, and
 * the first to read it would pay for that.
 *
 * @param {string} value
 * @returns {string}
 */
export function flat(value) {
  // With one byte a character where that is enough, as V8 has it of a file.
  if (/^[\0-\xff]*$/.test(value)) {
    return Buffer.from(value, 'latin1').toString('latin1')
  }
  return Buffer.from(value, 'utf16le').toString('utf16le')
}

/**
 * @param {() => number} random
 * @param {number} index
 * @param {number} most
 */
function makeTurn(random, index, most) {
  const answer = index % 2 === 1
  const role = answer ? 'assistant' : 'user'
  const model =
    answer && random() < 0.5
      ? '<span style="font-size: small;"> (gpt-4o)</span>'
      : ''
  const open =
    index === 0 ? '' : `${delimiter}\n\n### role::${role}${model}\n\n`
  const size = answer ? between(random, 100, most) : between(random, 10, 500)
  return `${open}${makeBlocks(random, size)}\n`
}

/**
 * @param {() => number} random
 * @param {number} size
 */
function makeBlocks(random, size) {
  const blocks = []
  for (let length = 0; length < size; ) {
    const block = pick(random, makers)(random)
    blocks.push(block)
    length += block.length + 1
  }
  return blocks.join('\n')
}

/** Pieces of contents, each as often as it stands here. */
const makers = [
  makeParagraph,
  makeParagraph,
  makeParagraph,
  makeParagraph,
  makeHan,
  makeList,
  makeList,
  makeFence,
  makeFence,
  makeTable,
  makeTable
]

/** @param {() => number} random */
function makeParagraph(random) {
  const sentences = Array.from({length: between(random, 1, 4)}, () =>
    makeSentence(random)
  )
  return `${sentences.join(random() < 0.7 ? ' ' : '\n')}\n`
}

/** @param {() => number} random */
function makeSentence(random) {
  const all = Array.from({length: between(random, 6, 20)}, () => {
    const word = pick(random, words)
    const kind = random()
    if (kind < 0.015) return `*${word}*`
    if (kind < 0.031) return `\`${word}\``
    return kind < 0.037 ? `[${word}](https://example.com/${word})` : word
  })
  return `${all.join(' ')}.`
}

/** @param {() => number} random */
function makeHan(random) {
  const all = Array.from({length: between(random, 12, 50)}, () =>
    pick(random, hanWords)
  )
  return `${all.join('')}。\n`
}

/** @param {() => number} random */
function makeList(random) {
  const ordered = random() < 0.5
  const items = Array.from(
    {length: between(random, 2, 6)},
    (_, index) => `${ordered ? `${index + 1}.` : '-'} ${makeSentence(random)}\n`
  )
  return items.join('')
}

/** @param {() => number} random */
function makeFence(random) {
  const lines = Array.from({length: between(random, 2, 12)}, () =>
    pick(random, codeLines)
  )
  return `\`\`\`${pick(random, languages)}\n${lines.join('\n')}\n\`\`\`\n`
}

/** @param {() => number} random */
function makeTable(random) {
  const rows = Array.from(
    {length: between(random, 2, 6)},
    () => `| ${pick(random, words)} | ${pick(random, hanWords)} |\n`
  )
  return `| name | value |\n| --- | --- |\n${rows.join('')}`
}
