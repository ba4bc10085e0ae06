import type {VFile} from 'vfile'

/**
 * Defects that only the command line can find.
 *
 * They are not rules: they say that a command could not do its work, so there
 * is no turning them off.
 */
export type FailureId = 'invalid-tree' | 'round-trip' | 'unreadable-file'

/** Put a problem that only the command line can find on a file. */
export function fail(file: VFile, ruleId: FailureId, reason: string): void {
  const message = file.message(reason, {ruleId, source: 'chatmd'})
  message.fatal = true
}

/** Say why something failed. */
export function toReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  return error instanceof Error ? error.message : String(error)
}
