import {createTwoFilesPatch} from 'diff'

/** Write the changes of a note as a unified diff, which `git apply` takes. */
export function toDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after).replace(
    /^=+\n/,
    ''
  )
}
