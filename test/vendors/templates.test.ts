// Chat templates, as trainers and servers run them. The templates are plain
// ones of our own, in the shape of those that models have.

import {Template} from '@huggingface/jinja'
import {fromMessages, toChatml, toHuggingface} from 'chatmd/convert'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {plainText} from '../util/arbitrary.ts'

const chatml = new Template(
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)

const tools = new Template(
  "{% for message in messages %}{% if message.role == 'tool' %}{{ '[' + message.name + '] ' + message.content }}{% else %}{% if message.reasoning_content is defined %}{{ '<think>' + message.reasoning_content + '</think>' }}{% endif %}{{ message.content }}{% if message.tool_calls is defined %}{% for call in message.tool_calls %}{{ call.function.name + ' ' + call.function.arguments | tojson }}{% endfor %}{% endif %}{% endif %}{{ '\n' }}{% endfor %}"
)

test('should write ChatML as its template does', () => {
  const message = fc.record({
    role: fc.constantFrom('user', 'assistant'),
    text: plainText.filter(text => text !== '')
  })
  fc.assert(
    fc.property(fc.array(message), fc.boolean(), (said, generationPrompt) => {
      const chat = fromMessages(
        said.map(({role, text}) => ({role, parts: [{type: 'text', text}]}))
      )
      const messages = chat.children.map(({role, value}) => ({
        role,
        content: value
      }))
      const printed = chatml.render({
        messages,
        add_generation_prompt: generationPrompt
      })
      expect(toChatml(chat, {generationPrompt})).toBe(printed)
    })
  )
})

test('should write arguments that a template prints as JSON once', () => {
  const row = toHuggingface(
    fromMessages([
      {role: 'user', parts: [{type: 'text', text: 'How warm is it?'}]},
      {
        role: 'assistant',
        parts: [
          {type: 'reasoning', text: 'Look.'},
          {type: 'tool-call', name: 'f', id: 'c', input: {city: 'Paris'}},
          {type: 'tool-result', name: 'f', id: 'c', output: '18 °C'},
          {type: 'text', text: 'Warm.'}
        ]
      }
    ])
  )
  expect(tools.render({...row})).toBe(
    'How warm is it?\n<think>Look.</think>f {"city": "Paris"}\n[f] 18 °C\nWarm.\n'
  )
})
