import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listItems} from '../import/list-items.ts'
import {nameItem} from '../import/name-item.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {readParams} from '../import/read-params.ts'
import type {Loss} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readChunk} from './read-chunk.ts'
import type {AistudioChunk} from './schema.ts'
import {aistudioSchema} from './schema.ts'

/** How a prompt of AI Studio is read. */
export const aistudioImporter: Importer = {
  list: value => listItems(value, 'prompts'),
  read: (item, options) => [readPrompt(item, options)]
}

/** Keys under which pieces hold text. */
const textKeys: ReadonlySet<string> = new Set(['text'])

function readPrompt(
  item: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const what = nameItem(item, 'a prompt of AI Studio')
  const prompt = readShape(aistudioSchema, item.value, what)
  const {chunks, pendingInputs} = prompt.chunkedPrompt
  const read = (
    all: ReadonlyArray<AistudioChunk> | null | undefined,
    path: Loss['path'],
    role: string
  ): Array<ChatMessage> => {
    const steps = (all ?? []).flatMap((chunk, index) => {
      const place = [...item.path, ...path, index]
      return account(chunk, place, textKeys, options, counted =>
        readChunk(chunk, role, place, counted)
      )
    })
    return joinSteps(steps, options)
  }
  const system = prompt.systemInstruction ? [prompt.systemInstruction] : []
  return {
    config: compact({
      title: prompt.title || undefined,
      ...readSettings(prompt.runSettings ?? {})
    }),
    messages: [
      ...read(system, ['systemInstruction'], 'system'),
      ...read(chunks, ['chunkedPrompt', 'chunks'], 'user'),
      ...read(pendingInputs, ['chunkedPrompt', 'pendingInputs'], 'user'),
      ...read(prompt.pendingInputs, ['pendingInputs'], 'user')
    ]
  }
}

function readSettings(
  settings: Record<string, unknown>
): Conversation['config'] {
  const {model, ...config} = readParams(settings)
  if (model == null) return config
  return {...config, model: model.replace(/^models\//, '')}
}
