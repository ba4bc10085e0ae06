import {type Io, tell, write} from '../io.ts'

/** How long work takes before progress is shown, in milliseconds. */
const patience = 1000

/** Time between two changes of the progress, in milliseconds. */
const pause = 200

/** Writes data and messages, and between them how far the work is. */
export interface Screen {
  /** Write data. */
  print(value: string): Promise<void>
  /** Write a message. */
  say(value: string): Promise<void>
  /** Tell that one more is done. */
  tick(): Promise<void>
}

/** Make a screen for work on `total` files. */
export function createScreen(io: Io, total: number): Screen {
  let done = 0
  let next = Date.now() + patience
  let isShown = false
  // Note: data may go to the same terminal, and would be written behind it.
  const clear = async () => {
    if (isShown) await tell(io.stderr, '\r\u001b[K')
    isShown = false
  }
  return {
    async print(value) {
      if (value === '') return
      await clear()
      await write(io.stdout, value)
    },
    async say(value) {
      if (value === '') return
      await clear()
      await tell(io.stderr, value)
    },
    async tick() {
      done++
      if (done === total) await clear()
      else if (io.progress && Date.now() >= next) {
        next = Date.now() + pause
        isShown = true
        await tell(io.stderr, `\r${done} of ${total} files`)
      }
    }
  }
}
