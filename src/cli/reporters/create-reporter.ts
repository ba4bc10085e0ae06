import type {Reporter} from './reporter.ts'

/** What reports can be written. */
export const formats = [
  'pretty',
  'compact',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'rdjson'
] as const

/** What a reporter is made with. */
export interface ReportOptions {
  color: boolean
  columns: number
  /** Names of all rules. */
  ruleIds: ReadonlyArray<string>
}

/** Load a reporter; each is loaded when it is asked for. */
export async function createReporter(
  format: (typeof formats)[number],
  options: ReportOptions
): Promise<Reporter> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).createPretty(options)
    case 'compact':
      return (await import('./compact.ts')).compact
    case 'json':
      return (await import('./json.ts')).createJson()
    case 'github':
      return (await import('./github.ts')).createGithub()
    case 'gitlab':
      return (await import('./gitlab.ts')).createGitlab()
    case 'sarif':
      return (await import('./sarif.ts')).createSarif(options.ruleIds)
    case 'junit':
      return (await import('./junit.ts')).junit
    case 'rdjson':
      return (await import('./rdjson.ts')).createRdjson()
  }
}
