import type {Counts} from './count.ts'
import {escapeControls} from './escape-controls.ts'
import {groupDigits} from './group-digits.ts'
import {splitGraphemes} from './split-graphemes.ts'
import {widthOf} from './width-of.ts'

/** How wide a bar is at most, in columns. */
const widest = 40

/** How wide a name is at most, in columns. */
const nameWidth = 28

/** Draw counts as bars: the largest first, or in the order of their names. */
export function toChart(
  title: string,
  counts: Counts,
  columns: number,
  byName = false
): string {
  const rows = [...counts].sort(([a, {turns: m}], [b, {turns: n}]) =>
    byName ? (a < b ? -1 : 1) : n - m
  )
  const most = rows.reduce((most, [, {turns}]) => Math.max(most, turns), 0)
  const width = Math.min(widest, Math.max(columns - 44, 8))
  const lines = rows.map(([name, {turns}]) => {
    const bar = '#'.repeat(Math.max(Math.round((turns / most) * width), 1))
    return `  ${toLabel(name)}${groupDigits(turns).padStart(10)}  ${bar}`
  })
  return rows.length === 0 ? '' : ['', title, ...lines].join('\n')
}

/** Cut a name at the width, or add spaces. */
function toLabel(name: string): string {
  let label = ''
  let used = 0
  for (const character of splitGraphemes(escapeControls(name))) {
    const width = widthOf(character)
    if (used + width > nameWidth) break
    label += character
    used += width
  }
  return label + ' '.repeat(nameWidth - used)
}
