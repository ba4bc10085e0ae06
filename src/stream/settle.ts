import {type Credibility, settleFences} from '../scan/code.ts'
import type {DelimiterLine} from '../scan/delimiter.ts'
import type {FenceLine, Marker} from '../scan/fence.ts'
import type {Line} from '../scan/lines.ts'

/**
 * Settle which fences credibly close, whatever comes later: where the best
 * that may come gives the same as the worst.
 */
export function settle(
  value: string,
  lines: ReadonlyArray<Line>
): Array<boolean | undefined> {
  const worst = settleWith(value, lines, [fence(value, '`', true)])
  const end = delimiter(value)
  // Whatever is open is closed, and a delimiter outside code comes after that.
  const best = settleWith(value, lines, [
    end,
    fence(value, '`', false),
    end,
    fence(value, '~', false),
    end
  ])
  return lines.map((_, index) =>
    best[index] === worst[index] ? best[index] : undefined
  )
}

function settleWith(
  value: string,
  lines: ReadonlyArray<Line>,
  later: ReadonlyArray<Line>
): Credibility {
  return settleFences(value, [...lines, ...later])
}

function delimiter(value: string): DelimiterLine {
  const offset = value.length
  return {kind: 'delimiter', start: offset, end: offset, indent: 0, hard: false}
}

function fence(value: string, marker: Marker, info: boolean): FenceLine {
  return {
    kind: 'fence',
    start: value.length,
    end: value.length,
    indent: 0,
    marker,
    // Longer than all: an info string after it leaves no code to believe in.
    size: Number.MAX_SAFE_INTEGER,
    info
  }
}
