import type {Loss} from '../../src/convert/loss.ts'

/** Collect losses as `code path`. */
export function collectLosses() {
  const losses: Array<string> = []
  const onLoss = ({code, path}: Loss) => {
    losses.push(`${code} ${path.join('.')}`)
  }
  return {losses, onLoss}
}

/** Fail at a loss. */
export function refuseLoss({code, path, reason}: Loss): never {
  throw new Error(`Unexpected \`${code}\` at ${path.join('.')}: ${reason}`)
}
