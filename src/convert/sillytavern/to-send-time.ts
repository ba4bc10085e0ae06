import {toTime} from '../import/to-time.ts'

const months =
  'January February March April May June July August September October November December'.split(
    ' '
  )

/**
 * Turn a time of SillyTavern into ISO 8601: a time of that form, milliseconds, or
 * one of two forms of its own, `June 19, 2023 4:13pm` and
 * `2024-7-12@01h31m37s123ms`, which are taken for UTC.
 */
export function toSendTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return toTime(value, 'ms')
  if (/^\d+$/.test(value)) return toTime(Number(value), 'ms')
  return readWords(value) ?? readNumbers(value) ?? toTime(value, 'ms')
}

function readWords(value: string): string | undefined {
  const match =
    /^([A-Z][a-z]+) (\d{1,2}), (\d{4}) (\d{1,2}):(\d\d) ?([ap])m$/i.exec(value)
  if (!match) return undefined
  const [, name = '', day, year, hour, minute, half = ''] = match
  const month = months.indexOf(name)
  if (month === -1) return undefined
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const time = Date.UTC(Number(year), month, Number(day), hours, Number(minute))
  return toTime(time, 'ms')
}

function readNumbers(value: string): string | undefined {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2}) ?@(\d{1,2})h ?(\d{1,2})m ?(\d{1,2})s ?(\d{1,3})ms$/.exec(
      value
    )
  if (!match) return undefined
  const [year, month, day, hour, minute, second, rest] = match
    .slice(1)
    .map(Number) as [number, number, number, number, number, number, number]
  return toTime(
    Date.UTC(year, month - 1, day, hour, minute, second, rest),
    'ms'
  )
}
