import {appendFile, readFile} from 'node:fs/promises'
import Anthropic from '@anthropic-ai/sdk'
import {appendTurn, parse} from 'chatmd'
import {fromAnthropic, toAnthropic} from 'chatmd/convert'

const path = process.argv[2] ?? 'egg.md'
const note = await readFile(path, 'utf8')
const request = toAnthropic(parse(note), {
  onLoss: loss => process.stderr.write(`${loss.reason}\n`)
})

const client = new Anthropic()
const {content, model, role} = await client.messages.create({
  ...request,
  stream: false
})

const [turn] = fromAnthropic([{role, content}]).children

if (turn) await appendFile(path, appendTurn(note, {...turn, model}))
