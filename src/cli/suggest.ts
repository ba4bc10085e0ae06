import {measureSlips} from '../text/slips.ts'

/** Find the name that was probably meant, to be read after “expected”. */
export function suggest(
  word: string,
  known: ReadonlyArray<string>
): string | undefined {
  const [best] = known
    .map(name => ({name, slips: measureSlips(word.toLowerCase(), name)}))
    .filter(({slips}) => slips < 3)
    .sort((a, b) => a.slips - b.slips)
  return best && `\`${best.name}\``
}
