import {hasChildren} from '../has-children.ts'
import type {Chat, Turn} from '../tree.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'

/**
 * Make sure that `chat` has the shape of a chat.
 *
 * @throws {TypeError} If it has not.
 */
export function assertChat(chat: Chat): void {
  expect(isObject(chat) && chat.type === 'chat', 'chat', 'a `chat` node')
  const {config} = chat
  expect(isObject(config), 'chat.config', 'an object')
  expect(isPlainObject(config), 'chat.config', 'an object without class')
  expect(Array.isArray(chat.children), 'chat.children', 'a list of turns')
  expectRaw(chat.raw, 'chat.raw', ['start'])
  // Note: `entries`, as `forEach` would jump over holes.
  for (const [index, turn] of chat.children.entries()) {
    // Note: names are made for turns that are wrong only, as it takes time.
    if (!isTurn(turn)) assertTurn(turn, `chat.children[${index}]`)
  }
}

/**
 * Make sure that `turn`, which is called `name`, has the shape of a turn.
 *
 * @throws {TypeError} If it has not.
 */
export function assertTurn(turn: Turn, name: string): void {
  expect(isObject(turn) && turn.type === 'turn', name, 'a `turn` node')
  expect(typeof turn.role === 'string', `${name}.role`, 'a string')
  expect(
    !hasChildren(turn),
    name,
    'a turn with a `value`; those with `children` are for `stringifyTree` of `chatmd/mdast`'
  )
  expect(typeof turn.value === 'string', `${name}.value`, 'a string')
  expect(isModel(turn.model), `${name}.model`, 'a string')
  expect(isMeta(turn.meta), `${name}.meta`, 'an object')
  expectRaw(turn.raw, `${name}.raw`, ['open', 'body', 'close'])
}

function isTurn(turn: Turn): boolean {
  return (
    isObject(turn) &&
    turn.type === 'turn' &&
    typeof turn.role === 'string' &&
    typeof turn.value === 'string' &&
    !hasChildren(turn) &&
    isModel(turn.model) &&
    isMeta(turn.meta) &&
    (turn.raw === undefined ||
      (isObject(turn.raw) &&
        typeof turn.raw.open === 'string' &&
        typeof turn.raw.body === 'string' &&
        typeof turn.raw.close === 'string'))
  )
}

function isModel(model: unknown): boolean {
  return model === undefined || typeof model === 'string'
}

function isMeta(meta: unknown): boolean {
  return meta === undefined || isObject(meta)
}

function expectRaw(raw: unknown, name: string, keys: Array<string>): void {
  if (raw === undefined) return
  expect(isObject(raw), name, 'an object')
  for (const key of keys) {
    expect(typeof raw[key] === 'string', `${name}.${key}`, 'a string')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function expect(
  condition: boolean,
  name: string,
  expected: string
): asserts condition {
  if (!condition) throw new TypeError(`Expected \`${name}\` to be ${expected}`)
}
