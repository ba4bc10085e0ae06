import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {geminiTakeoutImporter} from './read-activity.ts'

/**
 * Read questions to Gemini, from Google Takeout: `MyActivity.json`.
 *
 * @throws {TypeError}
 *   If the value is no list of entries, or if the text of one would vanish.
 */
export function fromGeminiTakeout(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, geminiTakeoutImporter, options)
}

/** The activity of Gemini in Google Takeout. */
export const geminiTakeout: Format = {
  id: 'gemini-takeout',
  title: 'Gemini in Google Takeout (MyActivity.json)',
  kind: 'json',
  detect: value => isArray(value) && isOwnEntry(value[0]),
  from: fromGeminiTakeout
}

function isOwnEntry(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    typeof value.title === 'string' &&
    typeof value.time === 'string' &&
    ('safeHtmlItem' in value || 'products' in value || 'titleUrl' in value)
  )
}
