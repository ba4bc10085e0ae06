import type {Reporter, ReportRule} from './reporter.ts'

/** Names of the reports. */
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

/** Options of all reporters. */
export interface ReportOptions {
  /** Whether to color it. */
  color: boolean
  /** Width of the terminal, in columns. */
  columns: number
  rules: ReadonlyArray<ReportRule>
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
      return (await import('./sarif.ts')).createSarif(options.rules)
    case 'junit':
      return (await import('./junit.ts')).junit
    case 'rdjson':
      return (await import('./rdjson.ts')).createRdjson()
  }
}
