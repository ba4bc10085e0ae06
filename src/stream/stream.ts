import {assertOptions} from '../assert-options.ts'
import type {ParseOptions, Turn} from '../tree.ts'
import {createParser} from './create-parser.ts'

/**
 * Create a stream from text to turns, each passed on when it is final: no later
 * text can change it. An exception in it, or a chunk that is no string, is an
 * error of the stream.
 *
 * @throws {TypeError} If an option is not of its type.
 */
export function stream(
  options?: Readonly<ParseOptions> | null
): TransformStream<string, Turn> {
  assertOptions(options)
  let take: (turn: Turn) => void
  const parser = createParser({
    position: options?.position,
    dialect: options?.dialect,
    onTurn: turn => take(turn)
  })
  return new TransformStream<string, Turn>({
    start(controller) {
      take = turn => controller.enqueue(turn)
    },
    transform: parser.push,
    flush() {
      parser.end()
    }
  })
}
