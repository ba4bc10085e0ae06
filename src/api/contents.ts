import type {Contents} from '../mdast/contents.ts'

let provided: Contents | undefined

/**
 * Provide what reads and writes contents as mdast. It is not imported from here,
 * so that a bundle for browsers has remark in it only if somebody asks for it.
 */
export function provideContents(contents: Contents): void {
  provided = contents
}

/**
 * Give what reads and writes contents as mdast.
 *
 * @throws {TypeError} If it was not asked for.
 */
export function needContents(): Contents {
  if (provided) return provided
  throw new TypeError(
    "Expected `import 'chatmd/mdast'` for contents that are mdast"
  )
}
