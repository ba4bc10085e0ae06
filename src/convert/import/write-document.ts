import {writeCode} from './write-code.ts'

/**
 * Write a document that a model made beside its answer: its title in bold, and
 * its text, which is Markdown if it is in no language.
 */
export function writeDocument(
  title: string,
  language: string | undefined,
  value: string
): string {
  const text = language === undefined ? value : writeCode(language, value)
  const heading = title.replace(/\s+/g, ' ').trim()
  return heading === '' ? text : `**${heading}**\n\n${text}`
}
