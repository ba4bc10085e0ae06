import {escapeControls} from './escape-controls.ts'
import type {Count} from './stats.ts'

/** How wide a bar is at most, in columns. */
const widest = 40

/** Draw counts as bars: the largest first, or in the order of their names. */
export function toChart(
  title: string,
  counts: Readonly<Record<string, Count>>,
  columns: number,
  byName = false
): string {
  const rows = Object.entries(counts).sort(
    ([a, {turns: m}], [b, {turns: n}]) => (byName ? (a < b ? -1 : 1) : n - m)
  )
  if (rows.length === 0) return ''
  const most = Math.max(...rows.map(([, {turns}]) => turns))
  const width = Math.min(widest, Math.max(columns - 44, 8))
  const lines = rows.map(([name, {turns}]) => {
    const bar = '#'.repeat(Math.max(Math.round((turns / most) * width), 1))
    const label = escapeControls(name).slice(0, 28).padEnd(28)
    return `  ${label}${turns.toLocaleString('en-US').padStart(10)}  ${bar}`
  })
  return ['', title, ...lines].join('\n')
}
