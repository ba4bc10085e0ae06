// From a page to its sections that have examples. A section starts at a heading,
// or at an install after an example. A fence has one meaning:
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
    const names = toPackages(block)
    const last = sections.at(-1)
    const isNext = last?.number === block.number && !(names && hasRun(last))
    const section = isNext
      ? last
      : {page, number: block.number, packages: [], steps: []}
    if (!isNext) sections.push(section)
    if (names) section.packages.push(...names)
    else section.steps.push(...toSteps(page, block))
  }
  return sections
    .filter(hasRun)
    .map(section => completePackages(section, install))
}

function hasRun({steps}) {
  return steps.some(step => 'run' in step)
}

/** Find fences, each with the number of headings before it. */
function toBlocks(text) {
  const headings = /^(?:#+ .*|(`{3,}|~{3,})(.*)\n([\s\S]*?)^\1)$/gm
  let number = 0
  return [...text.matchAll(headings)].flatMap(match => {
    const [, fence, info, value] = match
    if (fence === undefined) {
      number++
      return []
    }
    const before = text.slice(0, match.index)
    const [lang, name] = info.split(' ')
    const isYield = /\nYields:\s*$/.test(before)
    return [{lang, name, value, number, isYield, line: toLine(before)}]
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
