/**
 * YAML text goes in, a YAML document comes out, with the errors of the text.
 * It never throws, recurses at most `maxDepth` collections deep, and takes
 * time in proportion to the text, and memory for `maxTokens` at most.
 */
import {
  Composer,
  type CST,
  type Document,
  Lexer,
  Parser,
  YAMLParseError
} from 'yaml'
import {maxDepth} from './pair.ts'

/**
 * How many tokens (values, marks, runs of spaces, line endings) are read.
 *
 * `yaml` keeps up to 500 bytes for each, and a process that runs out of memory
 * ends: nothing can catch that.
 */
const maxTokens = 1_000_000

/**
 * The token that the lexer of `yaml` yields before each scalar.
 *
 * Note: `CST.SCALAR`, but that comes with all of `CST`, more than 1 kB.
 */
const beforeScalar = '\u001f'

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

/** Compose the YAML document of `value`, up to its limits. */
export function compose(value: string): Document.Parsed {
  const {tokens, exhausted} = tokenize(toLf(value))
  const [first, second] = splitDocuments(tokens)
  const composer = new Composer(options)
  // Note: `forceDoc` makes it yield one document, of an empty stream too.
  const [document] = [...composer.compose(first, true, value.length)] as [
    Document.Parsed
  ]
  if (exhausted) document.errors.push(exhausted)
  if (second) {
    const reason = 'Unexpected second YAML document, expected one'
    const place: [number, number] = [second.offset, value.length]
    document.errors.push(new YAMLParseError(place, 'MULTIPLE_DOCS', reason))
  }
  return document
}

/**
 * Write a carriage return on its own as a line feed.
 *
 * It ends a line in YAML, but not for `yaml`; offsets stay as they are.
 */
function toLf(value: string): string {
  return value.includes('\r') ? value.replace(/\r(?!\n)/g, '\n') : value
}

/** Tokens, and a message if they are not all. */
interface Tokens {
  tokens: Array<CST.Token>
  exhausted: YAMLParseError | undefined
}

/**
 * Make the tokens of YAML text, up to the pair at the top that holds a
 * collection that is too deep, or one token too many.
 *
 * The composer recurses, and on an exhausted stack V8 aborts the process when
 * it compiles a regular expression: no `catch` helps then.
 */
function tokenize(value: string): Tokens {
  const parser = new Parser()
  const tokens: Array<CST.Token> = []
  const compact: Array<CompactMap> = []
  let line = 0
  let count = 0
  let exhausted: YAMLParseError | undefined
  for (const lexeme of new Lexer().lex(value)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    const map = findCompactMap(parser.stack)
    if (map) compact.push(map)
    if (lexeme.includes('\n')) line = indentMaps(compact, line)
    if (lexeme !== beforeScalar) count++
    exhausted = findExhausted(parser, count)
    if (exhausted) {
      dropLastPair(parser.stack)
      break
    }
  }
  for (const token of parser.end()) tokens.push(token)
  // The composer compares it with the indentation of the keys.
  for (const {map, indent} of compact) map.indent = indent
  return {tokens, exhausted}
}

function findExhausted(
  {stack, offset}: Parser,
  count: number
): YAMLParseError | undefined {
  // The open nodes: a document, nested collections, perhaps a scalar.
  const open = stack[maxDepth + 1]
  if (open && 'items' in open) {
    const reason = `Unexpected collection in ${maxDepth} others, expected fewer levels`
    return exhaust(open.offset, reason)
  }
  if (count <= maxTokens) return undefined
  return exhaust(
    offset,
    `Unexpected text after ${maxTokens} tokens, expected less`
  )
}

function exhaust(offset: number, reason: string): YAMLParseError {
  return new YAMLParseError([offset, offset + 1], 'RESOURCE_EXHAUSTION', reason)
}

/** Map that starts on the line of its key. */
interface CompactMap {
  map: CST.BlockMap
  /** Map that the key is in. */
  outer: CST.BlockMap
  /** Indentation that `yaml` gives it. */
  indent: number
}

/**
 * Find a map that was just opened on the line of its key.
 *
 * ```yaml
 * title: Chat: foo
 *        ^^^^^^^^^
 * model: gpt-4o
 * ```
 *
 * It is no YAML, but a colon in a title is a likely mistake, and `yaml` takes
 * all lines after it for pairs of this map, since both are indented alike.
 */
function findCompactMap(stack: Array<CST.Token>): CompactMap | undefined {
  const map = stack[stack.length - 1]
  const outer = stack[stack.length - 2]
  if (map?.type !== 'block-map' || outer?.type !== 'block-map') return
  const {indent, items} = map
  const isNew = items.length === 1 && items[0]?.value === undefined
  if (isNew && indent <= outer.indent) return {map, outer, indent}
}

/**
 * At the end of their line, indent compact maps by more than the map around, so
 * that it takes the next line; returns how many are done.
 */
function indentMaps(compact: ReadonlyArray<CompactMap>, from: number): number {
  for (const {map, outer} of compact.slice(from)) map.indent = outer.indent + 1
  return compact.length
}

/** Remove the last pair of the map at the top, or the whole other node. */
function dropLastPair(stack: Array<CST.Token>): void {
  const [, top] = stack
  const isMap = top?.type === 'block-map' && top.items.length > 1
  if (isMap) top.items.pop()
  stack.length = isMap ? 2 : 1
}

/** Tokens of the first document, and the second one. */
function splitDocuments(
  tokens: Array<CST.Token>
): [Array<CST.Token>, CST.Token | undefined] {
  const [, second] = tokens.filter(({type}) => type === 'document')
  return second
    ? [tokens.slice(0, tokens.indexOf(second)), second]
    : [tokens, undefined]
}
