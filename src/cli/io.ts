/** The surroundings of the command line, so that tests can replace a process. */
export interface Io {
  /** Bytes of the file `-`. */
  stdin: AsyncIterable<Uint8Array, unknown, undefined>
  /** Where data goes. */
  stdout: Output
  /** Where messages go. */
  stderr: Output
  /** Folder that paths start from. */
  cwd: string
  /** Whether data goes to a terminal (default: `false`). */
  isTerminal?: boolean | undefined
  /** Whether data may have colors (default: `false`). */
  color?: boolean | undefined
  /** Width of the terminal, in columns (default: `80`). */
  columns?: number | undefined
  /** Whether to show how far long work is (default: `false`). */
  progress?: boolean | undefined
}

/** Place to write to; every `Writable` is one. */
export interface Output {
  /** Write a value, and call back when there is room for more. */
  write(value: string, done: (error?: Error | null) => void): unknown
}

/** Failure to write data. */
export class OutputError extends Error {
  /** Whether the reader went away, as `head` does when it has enough. */
  broken: boolean

  constructor(cause: Error) {
    super(`Cannot write: ${cause.message}`, {cause})
    // Note: Windows says `EOF`.
    this.broken = 'code' in cause && /^(EOF|EPIPE)$/.test(String(cause.code))
  }
}

/**
 * Write data, and wait until there is room for more: who writes file by file
 * holds one file at a time, however slow the reader is.
 */
export function write(output: Output, value: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(value, error => {
      if (error) reject(new OutputError(error))
      else resolve()
    })
  })
}

/** Write a message; when nobody can read it, there is nobody to tell so. */
export function tell(output: Output, value: string): Promise<void> {
  return write(output, value).catch(() => {})
}
