import type {VFile} from 'vfile'
import type {Dialect} from '../dialects/dialect.ts'
import {findProblems, type Rate} from '../find-problems.ts'
import {type ChatProblem, toMessages} from '../problem.ts'
import {toValue} from '../read-note.ts'
import {addFixes} from './add-fixes.ts'
import {spareTemplates} from './spare-templates.ts'
import {turnOff} from './turn-off.ts'

/**
 * Find the problems of a note with their fixes, but for those that it turns off,
 * and put them on the file.
 */
export function runRules(
  file: string | VFile,
  dialect: Dialect,
  rate: Rate
): Array<ChatProblem> {
  const value = toValue(file)
  const {note, problems} = findProblems(value, dialect, rate)
  const spared = spareTemplates(note, problems, rate)
  const left = turnOff(note, spared, dialect, rate)
  const messages = toMessages(addFixes(note, left, dialect), value)
  if (typeof file !== 'string') {
    for (const message of messages) file.messages.push(message)
  }
  return messages
}
