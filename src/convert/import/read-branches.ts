import type {Loss} from '../loss.ts'
import type {ChatMessage} from '../message.ts'
import {account} from './account.ts'
import {findBranches} from './find-branches.ts'
import type {ImportOptions} from './import-options.ts'
import {joinSteps} from './join-steps.ts'
import type {Linked} from './link-messages.ts'
import {loseBranch} from './lose-branch.ts'
import type {Step} from './step.ts'

/** How the messages of a format are read. */
export interface MessageReader<T> {
  /** Key of the last message that is shown, if the export says. */
  current?: string | null | undefined
  /** Keys under which messages hold text. */
  textKeys: ReadonlySet<string>
  /** Where a message is. */
  toPath: (message: Linked<T>) => Loss['path']
  /** Whether a message says anything (default: each does). */
  isSaid?: ((value: T) => boolean) | undefined
  /** The part of a message that is measured (default: all of it). */
  toMeasured?: ((value: T) => unknown) | undefined
  /** Make a reader of the messages of one branch, in order. */
  start: () => (
    value: T,
    path: Loss['path'],
    options: Readonly<ImportOptions>
  ) => Array<Step>
}

/** Read the messages of the branches that are asked for, at least of one. */
export function readBranches<T>(
  messages: ReadonlyMap<string, Linked<T>>,
  reader: MessageReader<T>,
  options: Readonly<ImportOptions>
): Array<Array<ChatMessage>> {
  const all = options.branches === 'all'
  const {taken, dropped} = findBranches(messages, reader.current, all)
  for (const keys of dropped) {
    const lost = pick(messages, keys).filter(
      ({value}) => reader.isSaid?.(value) ?? true
    )
    if (lost[0]) loseBranch(lost.length, reader.toPath(lost[0]), options)
  }
  if (taken.length === 0) return [[]]
  return taken.map(keys => readBranch(pick(messages, keys), reader, options))
}

function pick<T>(
  messages: ReadonlyMap<string, Linked<T>>,
  keys: ReadonlyArray<string>
): Array<Linked<T>> {
  return keys
    .map(key => messages.get(key))
    .filter(message => message !== undefined)
}

function readBranch<T>(
  messages: ReadonlyArray<Linked<T>>,
  reader: MessageReader<T>,
  options: Readonly<ImportOptions>
): Array<ChatMessage> {
  const read = reader.start()
  const {textKeys, toMeasured = (value: T): unknown => value} = reader
  const steps = messages.flatMap(message => {
    const {value} = message
    const path = reader.toPath(message)
    return account(toMeasured(value), path, textKeys, options, counted =>
      read(value, path, counted)
    )
  })
  return joinSteps(steps, options)
}
