import {joinSame} from '../training/join-same.ts'
import type {TrainingStyle} from '../training/style.ts'
import {templateStyle} from '../training/template-style.ts'

/** Who trains. */
export type FinetuneTarget = 'mistral' | 'openai' | 'together' | 'trl'

const roles = ['assistant', 'system', 'tool', 'user']

/** Its style for each target. */
export const styles: Record<FinetuneTarget, TrainingStyle> = {
  openai: {
    title: 'a fine-tuning file of OpenAI',
    roles,
    tools: true,
    arguments: 'string',
    image: 'image_url',
    name: true,
    weight: ['assistant']
  },
  together: {
    title: 'a fine-tuning file of Together',
    // Note: its check of files knows no tools and no parts.
    roles: ['assistant', 'system', 'user'],
    tools: false,
    weight: ['assistant', 'system', 'user'],
    join: joinSame
  },
  mistral: {
    title: 'a fine-tuning file of Mistral',
    roles,
    tools: true,
    arguments: 'string',
    resultName: true,
    image: 'image_url',
    weight: ['assistant'],
    isId: id => /^[a-zA-Z\d]{9}$/.test(id),
    makeId: number => `call${String(number).padStart(5, '0')}`
  },
  trl: templateStyle
}
