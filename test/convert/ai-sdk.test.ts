import {parse} from 'chatmd'
import {
  type AiSdkPrompt,
  fromAiSdk,
  fromMessages,
  toAiSdk
} from 'chatmd/convert'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {messages} from '../util/messages.ts'
import {rounds} from '../util/rounds.ts'

const note = `---
system_commands: ['Be brief.']
temperature: 0
max_tokens: 100
stop: END
---

How warm is it?

<hr class="__chatgpt_plugin">

### role::assistant<span style="font-size: small;"> (gpt-4o)</span>

> [!reasoning]- <!-- { "signature": "EqQB" } -->
> Look it up.

\`\`\`json tool-call get_weather call_1
{ "city": "Paris" }
\`\`\`

\`\`\`text tool-result get_weather call_1
18 °C
\`\`\`

It is 18 °C.

<hr class="__chatgpt_plugin">

### role::user

`

describe('toAiSdk', () => {
  test('should write instructions, settings, and a tool round', () => {
    expect(toAiSdk(parse(note))).toEqual({
      instructions: [{role: 'system', content: 'Be brief.'}],
      messages: [
        {role: 'user', content: [{type: 'text', text: 'How warm is it?'}]},
        {
          role: 'assistant',
          content: [
            {
              type: 'reasoning',
              text: 'Look it up.',
              providerOptions: {anthropic: {signature: 'EqQB'}}
            },
            {
              type: 'tool-call',
              toolCallId: 'call_1',
              toolName: 'get_weather',
              input: {city: 'Paris'}
            }
          ]
        },
        {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              toolCallId: 'call_1',
              toolName: 'get_weather',
              output: {type: 'text', value: '18 °C'}
            }
          ]
        },
        {role: 'assistant', content: [{type: 'text', text: 'It is 18 °C.'}]}
      ],
      temperature: 0,
      maxOutputTokens: 100,
      stopSequences: ['END']
    })
  })
})

describe('laws', () => {
  test('should keep conversations whole', () => {
    fc.assert(
      fc.property(rounds, messages => {
        const chat = fromMessages(messages)
        expect(fromAiSdk(toAiSdk(chat))).toEqual(chat)
      })
    )
  })

  test('should write the same again', () => {
    fc.assert(
      fc.property(messages, messages => {
        // Note: what is said here is said with losses, so the second is the
        // first that all of it can be kept of.
        const prompt = again(toAiSdk(fromMessages(messages)))
        expect(again(prompt)).toEqual(prompt)
      })
    )
  })
})

function again(prompt: AiSdkPrompt): AiSdkPrompt {
  return toAiSdk(fromAiSdk(prompt))
}
