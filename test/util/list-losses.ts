import type {LossOptions} from 'chatmd/convert'
import {collectLosses} from './losses.ts'

/** List the losses of a conversion as `code path`. */
export function listLosses(
  run: (options: LossOptions) => unknown
): Array<string> {
  const {losses, onLoss} = collectLosses()
  run({onLoss})
  return losses
}
