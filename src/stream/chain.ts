import {closes, type FenceLine} from '../scan/fence.ts'
import {isFencedDelimiter, type TailLine} from './tail-line.ts'

/**
 * What the credibility of a fence hangs on: its close, the fences after that,
 * and so on to the next delimiter outside code.
 *
 * ````markdown
 * > | ```
 *     ^^^
 *   | <hr class="__chatgpt_plugin">
 * > | ```
 *     ^^^
 * > | ~~~
 *     ^^^
 * > | ~~~
 *     ^^^
 *   | <hr class="__chatgpt_plugin">
 * ````
 */
export interface Chain {
  /** Fence of the code that its last line is in. */
  fence: FenceLine | undefined
  /** Index of the last fence that opened code. */
  fenceIndex: number
  /** Close around a delimiter: a header after it would make that a boundary. */
  close: TailLine | undefined
  /** Whether the first fence is credible, once no later text can change that. */
  verdict: boolean | undefined
}

/** Follow the chain from the fence at `fenceIndex` on, as far as it is known. */
export function createChain(
  lines: ReadonlyArray<TailLine>,
  fenceIndex: number
): Chain {
  const chain: Chain = {
    fence: undefined,
    fenceIndex,
    close: undefined,
    verdict: undefined
  }
  for (let index = fenceIndex; index < lines.length; index++) {
    // Note: a header after a close tells nothing new here, since what is known
    // so far was settled before; it has to be looked for as lines come.
    follow(chain, lines, index)
    if (chain.verdict !== undefined) break
  }
  return chain
}

/** Follow the chain over the line at `index`, as `settleFences` would. */
export function follow(
  chain: Chain,
  lines: ReadonlyArray<TailLine>,
  index: number
): void {
  const line = lines[index] as TailLine
  const {fence} = chain
  chain.close = undefined
  if (line.kind === 'header') return
  if (!fence) {
    if (line.kind === 'fence') {
      chain.fence = line
      chain.fenceIndex = index
    } else chain.verdict = true
  } else if (line.kind === 'delimiter') {
    if (line.hard) chain.verdict = false
  } else if (closes(line, fence)) {
    const fenced = chain.fenceIndex + 2 === index
    if (fenced && isFencedDelimiter(lines, chain.fenceIndex)) chain.close = line
    chain.fence = undefined
  } else if (closes({...line, info: false}, fence)) {
    // People who nest use longer fences outside.
    chain.verdict = false
  }
}
