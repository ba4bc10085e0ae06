import {type Chat, stringify} from 'chatmd'
import {describe, expect, test} from 'vitest'

/** A chat made by hand, perhaps a wrong one. */
function print(chat: unknown): string {
  return stringify(chat as Chat)
}

describe('stringify', () => {
  test('should take a config without prototype', () => {
    const config = Object.assign(Object.create(null), {model: 'x'})
    expect(print({type: 'chat', config, children: []})).toBe(
      '---\nmodel: x\n---\n\n'
    )
  })

  test.each([[new Map([['model', 'x']])], [new Date(0)]])(
    'should throw for the config %o',
    config => {
      expect(() => print({type: 'chat', config, children: []})).toThrow(
        new TypeError('Expected `chat.config` to be an object without class')
      )
    }
  )

  test('should throw for a hole in the turns', () => {
    const turn = {type: 'turn', role: 'user', value: 'x'}
    const children = new Array(1).concat(turn)
    expect(() => print({type: 'chat', config: {}, children})).toThrow(
      new TypeError('Expected `chat.children[0]` to be a `turn` node')
    )
  })
})
