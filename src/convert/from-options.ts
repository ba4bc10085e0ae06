import type {FromMessagesOptions} from './from-messages.ts'

/** Options of all functions that read a format; it has the settings itself. */
export type FromOptions = Omit<FromMessagesOptions, 'config'>
