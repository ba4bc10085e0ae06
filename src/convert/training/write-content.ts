import {toFileUrl} from '../file-url.ts'
import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part, TextPart} from '../message.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import type {TrainingStyle} from './style.ts'
import type {TrainingPart} from './types.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

/** Keys of a message in this order, in which some templates print them. */
const order = new Map<Part['type'], number>([
  ['reasoning', 0],
  ['tool-call', 2]
])

/** Write the content of a message: one text, or parts if there are images. */
export function writeTrainingContent(
  step: Step,
  style: TrainingStyle,
  options: Options
): string | Array<TrainingPart> {
  const {role, parts} = step.message
  const owns = style.tools && role === 'assistant'
  if (owns) checkOrder(parts, step.path, style, options)
  const written = writeContent<TrainingPart>(step, (part, path) => {
    if (owns && isOwn(part, path, style, options)) return undefined
    return part.type === 'file'
      ? writeFile(part, role, path, style, options)
      : losePart(part, path, style.title, options)
  })
  return written.every(isText)
    ? written.map(({text}) => text).join('\n\n')
    : written
}

function isText(part: TrainingPart): part is TextPart {
  return part.type === 'text'
}

/** Report parts that do not stand in the order that a message has. */
function checkOrder(
  parts: ReadonlyArray<Part>,
  path: Path,
  {title}: TrainingStyle,
  options: Options
): void {
  const ranks = parts.map(({type}) => order.get(type) ?? 1)
  const isSorted = ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0))
  const thoughts = ranks.filter(rank => rank === 0)
  if (isSorted && thoughts.length < 2) return
  const reason = `Cannot keep the order of parts: ${title} has thoughts, then text, then calls`
  lose(options, 'parts-joined', [...path, 'parts'], reason)
}

/** Whether a part has a key of its own, or none at all. */
function isOwn(
  {type}: Part,
  path: Path,
  {reasoning, title}: TrainingStyle,
  options: Options
): boolean {
  if (type === 'tool-call') return true
  if (type !== 'reasoning') return false
  if (reasoning) return true
  const reason = `Cannot keep what the model thought: ${title} has no place for it`
  lose(options, 'reasoning-dropped', path, reason)
  return true
}

function writeFile(
  part: FilePart,
  role: string,
  path: Path,
  {image, title}: TrainingStyle,
  options: Options
): TrainingPart | string | undefined {
  const url = toFileUrl(part)
  const isImage = part.mediaType?.startsWith('image/')
  if (url === undefined || !isImage || !image || role !== 'user') {
    return writeFileText(part, path, title, options)
  }
  return image === 'image'
    ? {type: 'image', url}
    : {type: 'image_url', image_url: {url}}
}
