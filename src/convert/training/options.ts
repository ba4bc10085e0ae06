import type {FromOptions} from '../from-options.ts'
import type {TrainingReadOptions} from './read.ts'

/** Options of functions that read rows. */
export interface RowOptions
  extends FromOptions,
    Pick<TrainingReadOptions, 'prefer'> {}
