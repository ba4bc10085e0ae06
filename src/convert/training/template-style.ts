import type {TrainingStyle} from './style.ts'

/** The keys that chat templates of models read. */
export const templateStyle: TrainingStyle = {
  title: 'a row for chat templates',
  tools: true,
  // Note: templates print arguments as JSON, so text would be JSON in JSON.
  arguments: 'object',
  resultName: true,
  image: 'image',
  reasoning: 'reasoning_content',
  name: true
}
