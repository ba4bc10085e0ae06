import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Options} from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]
type BuildResult = Parameters<
  Parameters<Parameters<Plugin['setup']>[0]['onEnd']>[0]
>[0]

/** The fields of `package.json` that name the owner of a package. */
interface Package {
  name: string
  version: string
  license: string
  author?: string | {name: string}
}

// Note: citty brings code of others along, with notices in a file of its own.
const noticeFile = /^(?:licen[cs]e|copying|notice|third-party-licenses)/i

/**
 * Write the license notices of all packages that are in a bundle.
 *
 * This is an esbuild plugin, because esbuild knows the parts of its output.
 */
export function licenses(path: string): Plugin {
  return {
    name: 'licenses',
    setup(build) {
      build.initialOptions.metafile = true
      build.onEnd(async result => {
        const folders = findPackages(result)
        const notices = await Promise.all(folders.map(toNotice))
        await writeFile(path, notices.join(`\n${'-'.repeat(80)}\n\n`))
      })
    }
  }
}

function findPackages({metafile}: BuildResult): Array<string> {
  const outputs = Object.values(metafile?.outputs ?? {})
  const inputs = outputs.flatMap(output =>
    Object.entries(output.inputs).filter(([, {bytesInOutput}]) => bytesInOutput)
  )
  const folders = inputs.flatMap(
    ([input]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []
  )
  return [...new Set(folders)].sort()
}

async function toNotice(folder: string): Promise<string> {
  const value = await readFile(join(folder, 'package.json'), 'utf8')
  const {name, version, license, author}: Package = JSON.parse(value)
  const files = (await readdir(folder)).filter(file => noticeFile.test(file))
  const notices = await Promise.all(
    files.sort().map(file => readFile(join(folder, file), 'utf8'))
  )
  const by = typeof author === 'object' ? author.name : author
  // Note: a package may name its license and author and bring no text.
  if (notices.length === 0) notices.push(`Copyright ${by}`)
  const body = notices.map(notice => `${notice.trim()}\n`).join('\n')
  return `${name} ${version} (${license})\n\n${body}`
}
