import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Line} from '../import/list-lines.ts'
import {listText} from '../import/list-text.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'

/** Types of events that repeat items. */
const types: ReadonlySet<unknown> = new Set([
  'agent_message',
  'agent_reasoning',
  'agent_reasoning_raw_content',
  'user_message'
])

/** Report texts of events that no item has. */
export function loseEvents(
  lines: ReadonlyArray<Line>,
  options: Readonly<ImportOptions>
): void {
  const items = lines.filter(({value}) => value.type !== 'event_msg')
  const known = new Set(listText(items).map(text => text.trim()))
  for (const {value, index} of lines) {
    const {payload, type} = value
    if (type !== 'event_msg' || !isPlainObject(payload)) continue
    const text = (toText(payload.message) || toText(payload.text)).trim()
    if (!types.has(payload.type) || text === '' || known.has(text)) continue
    const reason = `Cannot keep the text of an event of type \`${String(payload.type)}\`: no item has it`
    lose(options, 'hidden-dropped', [index, 'payload'], reason)
  }
}
