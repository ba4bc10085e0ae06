import type {ChatMessage, Part} from 'chatmd/convert'
import {normalizeParts} from 'chatmd/convert'
import fc from 'fast-check'
import {filePart, hostile, json, part, textPart} from './parts.ts'

const says = {
  model: fc.constantFrom('gpt-4o', 'ollama@qwen3:1.7b', 'user'),
  id: fc.constantFrom('msg_1', 'user-->assistant', ''),
  name: hostile,
  time: fc.constant('2026-02-12T23:58:10Z'),
  weight: fc.constantFrom(0 as const, 1 as const),
  extra: fc
    .dictionary(fc.constantFrom('a', 'role::', '__proto__'), json, {
      minKeys: 1,
      maxKeys: 2
    })
    .map(value => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)
}

function message(role: string, part: fc.Arbitrary<Part>) {
  return fc
    .tuple(
      fc.array(part, {maxLength: 5}).map(normalizeParts),
      fc.record(says, {requiredKeys: []})
    )
    .filter(([parts]) => parts.length > 0)
    .map(([parts, says]): ChatMessage => ({role, parts, ...says}))
}

const instruction = textPart.map(
  (part): ChatMessage => ({role: 'system', parts: [part]})
)

const few = fc.oneof({weight: 3, arbitrary: textPart}, filePart)

/** Messages that a chat can hold, whatever they say. */
export const messages: fc.Arbitrary<Array<ChatMessage>> = fc
  .tuple(
    fc.array(
      instruction.filter(
        ({parts: [part]}) => part?.type === 'text' && part.text !== ''
      ),
      {maxLength: 2}
    ),
    fc.array(
      fc.oneof(
        message('user', few),
        message('assistant', part),
        message('tool', part),
        message('developer', few),
        message('critic-1', few)
      ),
      {maxLength: 4}
    )
  )
  .map(lists => lists.flat())
