import * as z from 'zod/mini'
import {readShape} from '../read-shape.ts'

/** Schema of `export_manifest.json`. */
export const chatgptManifestSchema = z.looseObject({
  logical_files: z.looseObject({
    'conversations.json': z.looseObject({
      files: z.array(
        z.union([
          z.string(),
          z.looseObject({path: z.string()}),
          z.looseObject({name: z.string()})
        ])
      )
    })
  })
})

/**
 * List the files that a large export of ChatGPT is split into, in order.
 *
 * @param manifest
 *   Content of `export_manifest.json`.
 */
export function listChatgptShards(manifest: unknown): Array<string> {
  const what = 'an `export_manifest.json` of ChatGPT'
  const shape = readShape(chatgptManifestSchema, manifest, what)
  return shape.logical_files['conversations.json'].files.map(toName)
}

function toName(file: string | Record<string, unknown>): string {
  return typeof file === 'string' ? file : String(file.path ?? file.name)
}
