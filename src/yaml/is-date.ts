/** Whether a value is a date, also one of another window. */
export function isDate(value: unknown): value is Date {
  return {}.toString.call(value) === '[object Date]'
}
