import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {reporter} from 'vfile-reporter'
import {escapeControls} from './escape-controls.ts'
import {type Io, tell} from './io.ts'

/**
 * Write a report about files to where messages go; if it is to be `quiet`,
 * without the files that have no problems.
 */
export async function report(
  files: Array<VFile>,
  io: Io,
  quiet = false
): Promise<void> {
  const {color = false} = io
  const value = reporter(files, {color, quiet})
  if (value) await tell(io.stderr, `${value}\n`)
}

/**
 * Keep the parts of a file that the report shows, safe for a terminal.
 *
 * The value goes, so that a vault is never in memory as a whole.
 */
export function toReported(file: VFile): VFile {
  const reported = new VFile({path: escapeControls(file.path)})
  reported.messages = file.messages
  for (const message of reported.messages) {
    message.message = escapeControls(message.message)
    const {cause} = message
    if (cause instanceof VFileMessage) {
      cause.message = escapeControls(cause.message)
    }
  }
  return reported
}
