// From a page to its sections that have examples. A fence has one meaning:
//
// - `sh` with `npm install` lines: packages that the section needs;
// - a name after the language, as in `markdown egg.md`: a file of the project;
// - `js` or `ts` without a name: a module, which is run;
// - `sh` with other commands of npm: nothing, since they are for this project;
// - any other `sh`: commands, which are run;
// - any fence after a line `Yields:`: the output of the run before it;
// - `diff` with a name: from that file, as it was written, to the output.

/** Read the sections of a page that have examples. */
export function readPage(page, text) {
  const install = toBlocks(text.split(/^## Install$/m)[1] ?? '')[0]
  const sections = []
  for (const block of toBlocks(text)) {
    sections[block.section] ??= {page, packages: [], steps: []}
    const {packages, steps} = sections[block.section]
    const names = toPackages(block)
    if (names) packages.push(...names)
    else steps.push(...toSteps(page, block))
  }
  return sections
    .filter(({steps}) => steps.some(step => 'run' in step))
    .map(section => completePackages(section, install))
}

/** Find fences, each with the number of the section that it is in. */
function toBlocks(text) {
  const headings = /^(?:#+ .*|(`{3,}|~{3,})(.*)\n([\s\S]*?)^\1)$/gm
  let section = 0
  return [...text.matchAll(headings)].flatMap(match => {
    const [, fence, info, value] = match
    if (fence === undefined) section++
    if (fence === undefined) return []
    const before = text.slice(0, match.index)
    const [lang, name] = info.split(' ')
    const isYield = /\nYields:\s*$/.test(before)
    return [{lang, name, value, section, isYield, line: toLine(before)}]
  })
}

function toLine(before) {
  return before.split('\n').length
}

/** Read `npm install` lines; a flag or a comment in them is no package. */
function toPackages({lang, value}) {
  if (lang !== 'sh' || !value.startsWith('npm install ')) return undefined
  return value
    .replace(/ #.*/g, '')
    .split(/\s+/)
    .filter(word => word && !/^(?:npm|install|-.*)$/.test(word))
}

function toSteps(page, {lang, name, value, line, isYield}) {
  if (lang === 'diff' && name) return [{diff: name, value, line}]
  if (isYield) return [{output: value, line}]
  if (name) return [{file: name, value, line}]
  if (lang === 'sh' && !value.startsWith('npm ')) {
    return [{run: ['bash', '-ec', value], line}]
  }
  if (lang !== 'js' && lang !== 'ts') return []
  const base = `${page.replace(/\W/g, '-')}-${line}`
  // Note: `tsc` puts the JavaScript of a module beside it, in `types`.
  const script = lang === 'ts' ? `types/${base}.js` : `${base}.js`
  return [
    {file: `${base}.${lang}`, value, line},
    {run: [process.execPath, script], line}
  ]
}

/** A section without packages has those of the section “Install”. */
function completePackages({page, packages, steps}, install) {
  const names = packages.length > 0 ? packages : toPackages(install ?? {})
  if (names) return {page, steps, packages: [...new Set(names)].sort()}
  throw new Error(`Missing \`npm install\` for ${page}:${steps[0].line}`)
}
