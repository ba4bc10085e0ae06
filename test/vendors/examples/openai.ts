import {appendFile, readFile} from 'node:fs/promises'
import {appendTurn, parse} from 'chatmd'
import {toOpenai} from 'chatmd/convert'
import OpenAI from 'openai7'

const path = process.argv[2] ?? 'egg.md'
const note = await readFile(path, 'utf8')
const request = toOpenai(parse(note), {
  onLoss: loss => process.stderr.write(`${loss.reason}\n`)
})

const client = new OpenAI()
const {choices, model} = await client.chat.completions.create({
  ...request,
  stream: false
})

const value = choices[0]?.message.content ?? ''
const turn = {type: 'turn' as const, role: 'assistant', model, value}

await appendFile(path, appendTurn(note, turn))
