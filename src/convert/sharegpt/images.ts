import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {readFileUrl} from '../read-file-url.ts'
import type {SharegptInputTurn} from './schema.ts'
import {placeholder} from './write-text.ts'

/**
 * Make what reads a text that has places of images.
 *
 * There are such places if a row has as many images as its texts have places;
 * else they are text.
 */
export function createImages(
  turns: ReadonlyArray<SharegptInputTurn>,
  images: ReadonlyArray<unknown>,
  options: Readonly<LossOptions>
): (text: string) => Array<Part> {
  const places = turns.reduce((sum, turn) => sum + countPlaces(turn), 0)
  if (places !== images.length || places === 0) {
    images.forEach((_, index) => {
      const reason = `Cannot place an image: there are ${images.length}, and ${places} places`
      lose(options, 'file-unresolved', ['images', index], reason)
    })
    return text => (text === '' ? [] : [{type: 'text', text}])
  }
  let next = 0
  return text =>
    text.split(placeholder).flatMap((text, index) => {
      const parts: Array<Part> = index === 0 ? [] : [toImage(images[next++])]
      if (text !== '') parts.push({type: 'text', text})
      return parts
    })
}

function countPlaces({value, content, text}: SharegptInputTurn): number {
  const said = value ?? content ?? text
  return typeof said === 'string' ? said.split(placeholder).length - 1 : 0
}

function toImage(source: unknown): Part {
  if (typeof source !== 'string') {
    return {type: 'other', kind: 'image', value: source}
  }
  return readFileUrl(source, 'image/*')
}
