import type {LossCode, LossOptions} from './loss.ts'

/** Report a loss to whoever listens. */
export function lose(
  options: Readonly<LossOptions> | null | undefined,
  code: LossCode,
  path: ReadonlyArray<number | string>,
  reason: string
): void {
  options?.onLoss?.({code, path: [...path], reason})
}
