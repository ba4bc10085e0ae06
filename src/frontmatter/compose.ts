/**
 * YAML text goes in, a YAML document comes out, and what is wrong with the
 * text is reported.
 * It never throws, recurses at most `maxDepth` collections deep, and takes
 * time in proportion to the text.
 */
import {Composer, type CST, type Document, Lexer, Parser} from 'yaml'
import type {Report} from '../problem.ts'
import {reportMistake, reportYaml} from './report.ts'

/** How many lists and maps may stand in each other. */
export const maxDepth = 100

const options = {
  keepSourceTokens: true,
  logLevel: 'silent',
  merge: false,
  prettyErrors: false,
  // Tags such as `!!binary` and `!!set` would make values that are not JSON.
  resolveKnownTags: false,
  // Note: given here, since `%YAML 1.1` would choose another.
  schema: 'core',
  // The check of `yaml` is quadratic; `toRecord` has its own.
  uniqueKeys: false
} as const

/** Compose the YAML document of `value`; `undefined` if it is too deep. */
export function compose(
  value: string,
  report: Report | undefined
): Document.Parsed | undefined {
  const tokens = tokenize(toLf(value))
  if (typeof tokens === 'number') {
    report?.({
      ruleId: 'invalid-yaml',
      reason: `Unexpected collection in ${maxDepth} others, expected fewer levels`,
      start: tokens,
      end: tokens + 1
    })
    return
  }
  const [first, second] = splitDocuments(tokens)
  // Note: `forceDoc` makes it yield one document, of an empty stream too.
  const [document] = new Composer(options).compose(first, true, value.length)
  if (report && document) reportYaml(document, value.length, report)
  if (report && second) {
    const {offset} = second
    const reason = 'Unexpected second YAML document, expected one'
    reportMistake(report, reason, [offset, value.length])
  }
  return document
}

/**
 * Write a carriage return on its own as a line feed.
 *
 * It ends a line in YAML, but not for `yaml`; offsets stay as they are.
 */
export function toLf(value: string): string {
  return value.includes('\r') ? value.replace(/\r(?!\n)/g, '\n') : value
}

/**
 * Make the tokens of YAML text, or stop at a collection that is too deep and
 * give its offset.
 *
 * The composer recurses, and on an exhausted stack V8 aborts the process when
 * it compiles a regular expression: no `catch` helps then.
 */
function tokenize(value: string): Array<CST.Token> | number {
  const parser = new Parser()
  const tokens: Array<CST.Token> = []
  for (const lexeme of new Lexer().lex(value)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    // What is open: a document, collections in each other, perhaps a scalar.
    const open = parser.stack[maxDepth + 1]
    if (open && 'items' in open) return open.offset
  }
  tokens.push(...parser.end())
  return tokens
}

/** Tokens of the first document, and the second one. */
function splitDocuments(
  tokens: Array<CST.Token>
): [Array<CST.Token>, CST.Token | undefined] {
  const isDocument = (token: CST.Token) => token.type === 'document'
  const first = tokens.findIndex(isDocument)
  const second = tokens.findIndex(
    (token, index) => index > first && isDocument(token)
  )
  return second < 0
    ? [tokens, undefined]
    : [tokens.slice(0, second), tokens[second]]
}
