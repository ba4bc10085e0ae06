import type {VFileMessage} from 'vfile-message'
import packageJson from '../../../package.json' with {type: 'json'}
import {
  fixOf,
  placeOf,
  type Reporter,
  type ReportRule,
  severityOf
} from './reporter.ts'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/** SARIF 2.1.0 (OASIS): one run, its rules, and a result a problem. */
export function createSarif(rules: ReadonlyArray<ReportRule>): Reporter {
  let count = 0
  return {
    begin: () => toHead(rules),
    file: ({path, problems}) =>
      problems
        .map(
          message =>
            `${count++ > 0 ? ',' : ''}\n${JSON.stringify(toResult(path, message))}`
        )
        .join(''),
    end: () => '\n]}]}\n'
  }
}

function toHead(rules: ReadonlyArray<ReportRule>): string {
  const driver = {
    name: 'chatmd',
    version: packageJson.version,
    informationUri: packageJson.homepage,
    rules: rules.map(({ruleId, severity, url}) => ({
      id: ruleId,
      helpUri: url,
      defaultConfiguration: {level: levels[severity]}
    }))
  }
  const head = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0'
  }
  const start = JSON.stringify(head).slice(0, -1)
  return `${start},"runs":[{"tool":${JSON.stringify({driver})},"columnKind":"utf16CodeUnits","results":[`
}

function toResult(path: string, message: VFileMessage) {
  const {line, column, endLine, endColumn} = placeOf(message)
  const artifactLocation = {uri: toUri(path)}
  const fix = fixOf(message)
  return {
    ruleId: message.ruleId,
    level: levels[severityOf(message)],
    message: {text: message.reason},
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: {startLine: line, startColumn: column, endLine, endColumn}
        }
      }
    ],
    ...(fix && {
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation,
              replacements: fix.edits.map(({offset, length, content}) => ({
                deletedRegion: {charOffset: offset, charLength: length},
                insertedContent: {text: content}
              }))
            }
          ]
        }
      ]
    })
  }
}

/** Note: a lone surrogate, which a name may hold on Windows, has no encoding. */
function toUri(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
