import {compact} from '../compact.ts'
import {nameItem} from '../import/name-item.ts'
import type {Item} from '../import/read-export.ts'
import {toTime} from '../import/to-time.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {claudeProjectSchema} from './schema.ts'

/** Read a project: its instructions, and its documents as files. */
export function readProject(item: Item): Conversation {
  const what = nameItem(item, 'an export of Claude')
  const project = readShape(claudeProjectSchema, item.value, what)
  const messages: Array<ChatMessage> = []
  if (project.prompt_template) {
    const {prompt_template: text} = project
    messages.push({role: 'system', parts: [{type: 'text', text}]})
  }
  if (project.docs.length > 0) {
    const parts = project.docs.map(({content, filename, uuid}) => ({
      type: 'file' as const,
      ...compact({name: filename, ref: uuid, text: content})
    }))
    messages.push({role: 'user', parts})
  }
  const config = compact({
    title: project.name || undefined,
    description: project.description || undefined,
    created: toTime(project.created_at, 's'),
    updated: toTime(project.updated_at, 's'),
    id: project.uuid
  })
  return {config, messages}
}
