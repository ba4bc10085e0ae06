import {readFile} from 'node:fs/promises'
import {parse, stringify} from 'chatmd'

const chat = parse(await readFile('examples/egg.md', 'utf8'))
const [, answer, question] = chat.children

chat.config.temperature = 0
answer.value = 'Seven minutes, for a soft yolk.'
question.value = 'And for a hard one?'
chat.children.push({
  type: 'turn',
  role: 'assistant',
  model: 'gpt-4o',
  value: 'Ten minutes.'
})

process.stdout.write(stringify(chat))
