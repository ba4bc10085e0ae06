import type {LossOptions} from '../loss.ts'
import type {Step} from '../to-steps.ts'
import type {TrainingMessage} from './types.ts'

/** A message that is written, and where it is in the conversation. */
export type Written = [TrainingMessage, Pick<Step, 'path'>]

/** The keys and roles that a trainer takes. */
export interface TrainingStyle {
  /** Its name in reasons, such as `a row of TRL`. */
  title: string
  /** Roles that it knows; each if there is no list. */
  roles?: ReadonlyArray<string> | undefined
  /** Whether there are calls and results; else an answer is one text. */
  tools: boolean
  /** Whether arguments are JSON as text, or an object. */
  arguments?: 'object' | 'string' | undefined
  /** Whether a result names its tool. */
  resultName?: boolean | undefined
  /** How images are written, if they are. */
  image?: 'image' | 'image_url' | undefined
  /** Key of a model’s reasoning, if there is one. */
  reasoning?: 'reasoning_content' | 'thinking' | undefined
  /** Whether a message has a name. */
  name?: boolean | undefined
  /** Whose messages have a weight. */
  weight?: ReadonlyArray<string> | undefined
  /** Joins messages of a role that stand side by side, where none may. */
  join?:
    | ((
        written: ReadonlyArray<Written>,
        options: Readonly<LossOptions>
      ) => Array<TrainingMessage>)
    | undefined
  /** Whether an identifier of a call is taken (default: each is). */
  isId?: ((id: string) => boolean) | undefined
  /** Make the identifier of the call of this number. */
  makeId?: ((number: number) => string) | undefined
}
