import {placeOf, type Reporter, severityOf} from './reporter.ts'

/** JUnit’s XML: a suite a file, a failed case a problem. */
export const junit: Reporter = {
  begin: () =>
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="chatmd">\n',
  file({path, problems}) {
    const name = escapeXml(path)
    const count = problems.length
    const cases =
      count === 0
        ? `    <testcase name="${name}" classname="chatmd"/>\n`
        : problems
            .map(message => {
              const {line, column} = placeOf(message)
              const rule = escapeXml(String(message.ruleId))
              const reason = escapeXml(message.reason)
              const at = `${name}:${line}:${column}`
              const severity = severityOf(message)
              return `    <testcase name="${rule}" classname="${name}">\n      <failure type="${severity}" message="${reason}">${at}: ${severity}: ${reason}</failure>\n    </testcase>\n`
            })
            .join('')
    return `  <testsuite name="${name}" tests="${Math.max(count, 1)}" failures="${count}">\n${cases}  </testsuite>\n`
  },
  end: () => '</testsuites>\n'
}

/** Characters with a name or number in XML; the first would be in the others. */
const entities = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;']
] as const

/** Note: XML 1.0 has no other control characters, and no half surrogate pairs. */
function escapeXml(value: string): string {
  return entities
    .reduce(
      (text, [character, name]) => text.replaceAll(character, name),
      value
    )
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
}
