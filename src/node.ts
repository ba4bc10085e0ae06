/** `chatmd` where size does not matter: contents need not be asked for. */

import {provideContents} from './api/contents.ts'
import {contents} from './mdast/contents.ts'

provideContents(contents)

export * from './index.ts'
