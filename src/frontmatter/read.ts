import {parseDocument} from 'yaml'
import type {ChatConfig} from './schema.ts'
export interface Frontmatter {
  config: ChatConfig
  document: unknown
}
export function readFrontmatter(value: string, report?: unknown): Frontmatter {
  try {
    const o = parseDocument(value).toJS()
    if (!o || Array.isArray(o) || typeof o !== 'object')
      return {config: {}, document: undefined}
    const document = parseDocument(value)
    return {config: (document.toJS() ?? {}) as ChatConfig, document}
  } catch {
    return {config: {}, document: undefined}
  }
}
