// Comment blocks for micromark: in come codes, out go `chatComment` tokens, in
// flow and in text, from the first character of the marker that begins a block
// to the last of the one that ends it. A comment that never ends gets no token,
// and the text around it is read as if there were no comments.
//
// Note: micromark splits a document into lines, and finds the containers (lists,
// quotes) of each, before flow sees it. No containers open in a comment, so that
// it never ends shows when it is too late to read its lines as usual. A third
// construct, for the document, thus looks ahead for the end and then fails.

import type {
  Code,
  Construct,
  Effects,
  Extension,
  ParseContext,
  State,
  TokenizeContext
} from 'micromark-util-types'
import {commentBlock} from '../dialects/chatgpt-md/grammar.ts'
import {
  findContainers,
  isBreak,
  isSpace,
  toContent
} from './comment-containers.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    chatComment: 'chatComment'
    chatCommentData: 'chatCommentData'
  }
}

const equalsTo = 61

const chatCommentDocument: Construct = {
  name: 'chatCommentDocument',
  partial: true,
  tokenize: tokenizeDocument
}

const chatCommentFlow: Construct = {
  concrete: true,
  name: 'chatCommentFlow',
  tokenize: tokenizeFlow
}

const chatCommentText: Construct = {
  name: 'chatCommentText',
  tokenize: tokenizeText
}

/** Lines of a file that comments in flow start on, as the document found. */
const starts = new WeakMap<ParseContext, Set<number>>()

/**
 * Offset up to which a document or text has no comment that ends.
 *
 * If a comment does not end, one that starts later in it does not either: it is
 * in the same containers, or in more. So no character is looked at twice, however
 * many markers begin nothing. An offset says nothing about the text after it,
 * such as the next list item.
 */
const searched = new WeakMap<TokenizeContext, number>()

/** Make an extension for micromark that reads comment blocks. */
export function commentSyntax(): Extension {
  return {
    document: {[equalsTo]: chatCommentDocument},
    flow: {[equalsTo]: chatCommentFlow},
    text: {[equalsTo]: chatCommentText}
  }
}

/**
 * At the start of a line, after its containers: note whether a comment starts.
 *
 * ```markdown
 * > | > =begin-chatgpt-md-comment
 *       ^
 *   | > to do
 *   | > =end-chatgpt-md-comment
 * ```
 */
function tokenizeDocument(
  this: TokenizeContext,
  effects: Effects,
  _ok: State,
  nok: State
): State {
  const {parser} = this
  const {line, offset} = this.now()
  if (isSearched(this, offset)) return nok
  const fail = failFrom(this, nok)
  const containers = findContainers(this)
  const inside = toEnd(effects, afterEnd, atBreak)
  // Note: tokens of a construct that fails are dropped.
  return toMarker(effects, inside, nok)

  function atBreak(code: Code): State | undefined {
    if (code === null) return fail(code)
    effects.consume(code)
    return toContent(effects, containers, inside, fail)
  }

  function afterEnd(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code)
      return afterEnd
    }
    if (!isBreak(code)) return fail(code)
    const lines = starts.get(parser) ?? new Set()
    starts.set(parser, lines.add(line))
    return nok(code)
  }
}

/** In flow, at the possible start of a comment that ends. */
function tokenizeFlow(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State
): State {
  if (!starts.get(this.parser)?.has(this.now().line)) return nok
  // Note: a comment always interrupts a paragraph.
  if (this.interrupt) return ok
  return toComment(this, effects, afterEnd, nok)

  function afterEnd(code: Code): State | undefined {
    if (!isSpace(code)) return ok(code)
    effects.enter('whitespace')
    return inWhitespace(code)
  }

  function inWhitespace(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code)
      return inWhitespace
    }
    effects.exit('whitespace')
    return ok(code)
  }
}

/** In text, at the possible start of a comment. */
function tokenizeText(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State
): State {
  if (isSearched(this, this.now().offset)) return nok
  return toComment(this, effects, ok, failFrom(this, nok))
}

/** Read a comment; it does not go on in a lazy line, which is outside. */
function toComment(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State
): State {
  const inside = toEnd(effects, afterEnd, atBreak)
  return toMarker(effects, inside, nok)

  function atBreak(code: Code): State | undefined {
    effects.exit('chatCommentData')
    return atLineEnding(code)
  }

  function atLineEnding(code: Code): State | undefined {
    if (code === null) return nok(code)
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return atLineStart
  }

  function atLineStart(code: Code): State | undefined {
    if (context.parser.lazy[context.now().line]) return nok(code)
    if (isBreak(code)) return atLineEnding(code)
    effects.enter('chatCommentData')
    return inside(code)
  }

  function afterEnd(code: Code): State | undefined {
    effects.exit('chatCommentData')
    effects.exit('chatComment')
    return ok(code)
  }
}

/** Start the tokens, and read the marker that begins a comment. */
function toMarker(effects: Effects, ok: State, nok: State): State {
  let size = 0
  return before

  function before(code: Code): State | undefined {
    effects.enter('chatComment')
    effects.enter('chatCommentData')
    return inMarker(code)
  }

  function inMarker(code: Code): State | undefined {
    if (code !== commentBlock.begin.charCodeAt(size)) return nok(code)
    effects.consume(code)
    return ++size === commentBlock.begin.length ? ok : inMarker
  }
}

/** Read to after the marker that ends a comment, or to a line ending or EOF. */
function toEnd(effects: Effects, ok: State, atBreak: State): State {
  let size = 0
  return inside

  function inside(code: Code): State | undefined {
    if (isBreak(code)) {
      size = 0
      return atBreak(code)
    }
    effects.consume(code)
    // Note: a marker has one `=`, its first character, so this misses none.
    if (code === equalsTo) size = 1
    else if (code === commentBlock.end.charCodeAt(size)) size++
    else size = 0
    return size === commentBlock.end.length ? ok : inside
  }
}

/** Make a state that fails, as do comments that start before where it is. */
function failFrom(context: TokenizeContext, nok: State): State {
  return code => {
    searched.set(context, context.now().offset)
    return nok(code)
  }
}

function isSearched(context: TokenizeContext, offset: number): boolean {
  return offset < (searched.get(context) ?? 0)
}
