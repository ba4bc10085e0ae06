import {expect, test} from 'vitest'
import {joinSteps} from '../../../src/convert/import/join-steps.ts'
import type {Step} from '../../../src/convert/import/step.ts'
import type {Loss} from '../../../src/convert/loss.ts'
import type {ChatMessage} from '../../../src/convert/message.ts'

function toStep(
  role: string,
  text: string,
  about: Partial<ChatMessage> = {}
): Step {
  return {
    message: {role, parts: [{type: 'text', text}], ...about},
    path: [text]
  }
}

function join(steps: ReadonlyArray<Step>): {
  messages: Array<[string, string, string | undefined]>
  losses: Array<Loss>
} {
  const losses: Array<Loss> = []
  const joined = joinSteps(steps, {onLoss: loss => losses.push(loss)})
  const messages = joined.map<[string, string, string | undefined]>(
    ({role, parts, model}) => [
      role,
      parts.map(part => ('text' in part ? part.text : '')).join(' '),
      model
    ]
  )
  return {messages, losses}
}

test('should join the steps of an answer, and not those of a user', () => {
  const steps = [
    toStep('user', 'a'),
    toStep('user', 'b'),
    toStep('assistant', 'c'),
    toStep('tool', 'd'),
    toStep('assistant', 'e', {model: 'm'})
  ]
  expect(join(steps)).toEqual({
    messages: [
      ['user', 'a', undefined],
      ['user', 'b', undefined],
      ['assistant', 'c d e', 'm']
    ],
    losses: []
  })
})

test('should start a new answer where one has ended', () => {
  const steps = [{...toStep('assistant', 'a'), ends: true}, toStep('tool', 'b')]
  expect(join(steps).messages).toEqual([
    ['assistant', 'a', undefined],
    ['assistant', 'b', undefined]
  ])
})

test('should say which keys of steps are lost', () => {
  const steps = [
    toStep('assistant', 'a', {id: '1', model: 'm', name: 'n'}),
    toStep('assistant', 'b', {id: '2', model: 'o', name: 'n'})
  ]
  expect(join(steps).losses).toEqual([
    {
      code: 'step-metadata',
      path: ['a'],
      reason:
        'Cannot keep the `model`, `id` of each of 2 steps: an answer is one turn'
    }
  ])
})
