// Tries each part of the package, with nothing but the language and the web’s
// streams, so that it runs wherever JavaScript does; throws where one is wrong.

import * as chatmd from 'chatmd'
import {fromOpenai, toOpenai} from 'chatmd/convert'
import {parseTree, stringifyTree} from 'chatmd/mdast'
import {chatProcessor} from 'chatmd/remark'

const delimiter = '<hr class="__chatgpt_plugin">'
const note = `\ufeff---\r
model: gpt-4o   # Kept.\r
---\r
\r
How do I *boil* an egg? 🥚\r
\r
${delimiter}\r
\r
### role::assistant<span style="font-size: small;"> (gpt-4o)</span>\r
\r
Seven minutes.\r
`

const trials = {
  'read a note'() {
    const {config, children} = chatmd.parse(note)
    assertEqual(config, {model: 'gpt-4o'})
    assertEqual(
      children.map(({role, model, value}) => [role, model, value]),
      [
        ['user', undefined, 'How do I *boil* an egg? 🥚'],
        ['assistant', 'gpt-4o', 'Seven minutes.']
      ]
    )
    assertEqual(chatmd.detect(note)[0].confidence >= 0.9, true)
  },

  'print it byte for byte'() {
    assertEqual(chatmd.stringify(chatmd.parse(note)), note)
  },

  'print a change, and nothing else'() {
    const chat = chatmd.parse(note)
    chat.config.model = 'gpt-4.1'
    chat.children[1].value = 'Ten.'
    const changed = note
      .replace('gpt-4o   #', 'gpt-4.1   #')
      .replace('Seven minutes', 'Ten')
    assertEqual(chatmd.stringify(chat), changed)
    const edits = chatmd.edits(note, chat)
    assertEqual(chatmd.applyEdits(note, edits), changed)
  },

  'keep what looks like a turn in its turn'() {
    const value = `${delimiter}\n\nrole::user\n\nNo egg\n\n\`\`\``
    const turn = {type: 'turn', role: 'assistant', value}
    const chat = {type: 'chat', config: {}, children: [turn, turn]}
    const {children} = chatmd.parse(chatmd.stringify(chat))
    assertEqual(
      children.map(child => child.value),
      [value, value]
    )
  },

  'append a turn'() {
    const turn = {type: 'turn', role: 'user', value: 'Thanks'}
    const longer = note + chatmd.appendTurn(note, turn)
    assertEqual(chatmd.parse(longer).children[2].value, 'Thanks')
  },

  'check a note'() {
    const wrong = note.replace('model:', 'temperature: hot\r\nmodel:')
    const problems = chatmd.check(wrong)
    assertEqual(
      problems.map(({ruleId, line}) => [ruleId, line]),
      [['invalid-config', 2]]
    )
    assertEqual(chatmd.check(note), [])
  },

  'refuse wrong use'() {
    assertThrows(() => chatmd.parse(1))
    assertThrows(() => chatmd.stringify({type: 'chat'}))
  },

  'read a note in pieces'() {
    const parser = chatmd.createParser()
    for (const unit of note.split('')) parser.push(unit)
    assertEqual(parser.end(), chatmd.parse(note))
  },

  async 'read a stream of text'() {
    const source = new ReadableStream({
      start(controller) {
        for (const unit of note.split('')) controller.enqueue(unit)
        controller.close()
      }
    })
    const reader = source.pipeThrough(chatmd.stream()).getReader()
    const turns = []
    let next = await reader.read()
    while (!next.done) {
      turns.push(next.value)
      next = await reader.read()
    }
    assertEqual(turns, chatmd.parse(note).children)
  },

  'read and print contents as mdast'() {
    const tree = parseTree(note)
    const [paragraph] = tree.children[0].children
    assertEqual(paragraph.children[1].type, 'emphasis')
    assertEqual(stringifyTree(tree), note)
    paragraph.children[1].children[0].value = 'fry'
    assertEqual(stringifyTree(tree), note.replace('*boil*', '*fry*'))
  },

  'convert a note to a request and back'() {
    const losses = []
    const request = toOpenai(chatmd.parse(note), {
      onLoss: loss => losses.push(loss.code)
    })
    assertEqual(request, {
      model: 'gpt-4o',
      messages: [
        {role: 'user', content: 'How do I *boil* an egg? 🥚'},
        {role: 'assistant', content: 'Seven minutes.'}
      ]
    })
    assertEqual(losses, ['model-dropped'])
    const {config, children} = fromOpenai(request)
    assertEqual(config, {model: 'gpt-4o'})
    assertEqual(
      children.map(({value}) => value),
      ['How do I *boil* an egg? 🥚', 'Seven minutes.']
    )
    assertThrows(() => fromOpenai({messages: 'Hi'}))
  },

  async 'run a remark pipeline'() {
    const file = await chatProcessor().process(note)
    assertEqual(String(file), note)
  }
}

/** Try each part; returns how many there are. */
export async function smoke() {
  for (const [name, attempt] of Object.entries(trials)) {
    try {
      await attempt()
    } catch (error) {
      throw new Error(`Cannot ${name}: ${error && (error.stack || error)}`)
    }
  }
  return Object.keys(trials).length
}

function assertEqual(actual, expected) {
  const [is, was] = [actual, expected].map(value => JSON.stringify(value))
  if (is !== was) throw new Error(`Unexpected ${is}, expected ${was}`)
}

function assertThrows(use) {
  try {
    use()
  } catch (error) {
    if (error instanceof TypeError) return
    throw error
  }
  throw new Error('Missing `TypeError`')
}
