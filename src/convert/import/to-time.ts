/** Milliseconds of one unit. */
const units = {s: 1000, ms: 1} as const

/**
 * Turn a time of an export into ISO 8601.
 *
 * @param unit
 *   Unit of numbers, which count from 1970.
 * @returns
 *   The time; a string is kept as it is if it starts with a date. Nothing if
 *   the value is no time.
 */
export function toTime(
  value: unknown,
  unit: keyof typeof units
): string | undefined {
  if (typeof value === 'number') return toIso(value * units[unit])
  if (typeof value !== 'string') return undefined
  if (/^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))) {
    return value
  }
  return toIso(Date.parse(value))
}

/** Note: a date outside of some 270,000 years is none. */
function toIso(milliseconds: number): string | undefined {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
