// Rows go in, rows come out: any engine that maps lines can run it.

import {parse} from '../../parse.ts'
import type {FoundFile} from '../files/find-files.ts'
import {type Io, tell, write} from '../io.ts'
import {toReason} from '../to-reason.ts'
import {loadFormat} from './formats.ts'
import {readLines} from './lines.ts'
import type {Settings} from './settings.ts'
import {openSource} from './source.ts'

/** Convert the notes in a field of each row; all other fields stay. */
export async function convertRows(
  files: ReadonlyArray<FoundFile>,
  {field = '', to = 'json', options}: Settings,
  io: Io
): Promise<number> {
  const format = await loadFormat(to)
  const convert = (note: string) => format?.to?.(parse(note), options) ?? note
  let failed = 0
  for (const file of files) {
    const source = await openSource(file, io)
    for await (const {value} of readLines(source.read())) {
      const {row, isRight} = convertRow(value, field, convert)
      if (!isRight) failed++
      await write(io.stdout, `${JSON.stringify(row)}\n`)
    }
  }
  if (failed > 0) await tell(io.stderr, `${failed} rows have an \`error\`\n`)
  return failed > 0 ? 1 : 0
}

/** Note: what fails has an `error`, so that no row is lost. */
function convertRow(
  line: string,
  field: string,
  convert: (note: string) => unknown
): {row: unknown; isRight: boolean} {
  let row: Record<string, unknown> = {}
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new TypeError('Expected an object')
    }
    row = {...value}
    const note = row[field]
    if (typeof note !== 'string') {
      throw new TypeError(`Expected a string in \`${field}\``)
    }
    return {row: {...row, [field]: convert(note)}, isRight: true}
  } catch (error) {
    return {row: {...row, error: toReason(error)}, isRight: false}
  }
}
