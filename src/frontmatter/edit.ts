import {stringify} from 'yaml'
import type {ChatConfig} from './schema.ts'
export function editFrontmatter(
  value: string,
  config: ChatConfig,
  lineEnding: string
): string {
  return Object.keys(config).length ? stringify(config) : ''
}
