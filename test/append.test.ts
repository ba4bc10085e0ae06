import {appendTurn, escapeContent, parse, stringify, type Turn} from 'chatmd'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bare, note, text, toContent, turn} from './util/arbitrary.ts'
import {headings} from './util/headings.ts'

const settings = {numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}

/** Whether a note starts with frontmatter that never closes. */
function isUnclosed(value: string): boolean {
  const lines = value.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const isFence = (line: string) => /^---[ \t]*$/.test(line)
  return isFence(lines[0] ?? '') && !lines.slice(1).some(isFence)
}

function toTurn(role: string, value: string): Turn {
  return {type: 'turn', role, value}
}

describe('appendTurn', () => {
  test('should follow the style of the note', () => {
    const source =
      'Hi\r\n\r\n<hr class="__chatgpt_plugin">\r\nrole::assistant\r\nHo'
    expect(appendTurn(source, toTurn('user', 'Yo'))).toBe(
      '\r\n\r\n<hr class="__chatgpt_plugin">\r\nrole::user\r\nYo\r\n'
    )
  })

  test('should start a note', () => {
    expect(appendTurn('', toTurn('user', 'Hi'))).toBe('Hi\n')
    expect(appendTurn('---\nn: 1\n---\n', toTurn('user', 'Hi'))).toBe('\nHi\n')
  })

  test('should end code that is open with a hard delimiter', () => {
    expect(appendTurn('```\nHi\n', toTurn('assistant', ''))).toBe(
      '\n<hr class="__chatgpt_plugin"> \n\n### role::assistant\n\n'
    )
  })

  test('should read a turn as a model for no other', () => {
    const source = '# user\n\nHi\n'
    expect(
      appendTurn(source, toTurn('assistant', '# user'), {dialect: headings})
    ).toBe('\n# assistant\n\n# \\user\n')
  })

  test('should write a boundary before a byte order mark that is content', () => {
    const value = appendTurn('', toTurn('user', '\ufeff'))
    expect(value).toBe(
      '<hr class="__chatgpt_plugin">\n\n### role::user\n\n\ufeff\n'
    )
    expect(parse(value).children).toMatchObject([{value: '\ufeff'}])
  })

  test('should refuse what would be read otherwise', () => {
    expect(() => appendTurn('---\nHi\n', toTurn('user', 'a'))).toThrow(
      'Cannot append after frontmatter that never closes'
    )
    // @ts-expect-error: no turn.
    expect(() => appendTurn('', {})).toThrow(TypeError)
  })

  test('should add one turn, whatever is there', () => {
    fc.assert(
      fc.property(note, turn, (source, turn) => {
        fc.pre(!isUnclosed(source))
        const chat = parse(source)
        chat.children.push(turn)
        const value = source + appendTurn(source, turn)
        expect(bare(parse(value))).toEqual(bare(chat))
        expect(stringify(parse(value))).toBe(value)
      }),
      settings
    )
  })

  test('should let content follow line by line, whatever it is', () => {
    fc.assert(
      fc.property(note, turn, text, (source, turn, content) => {
        fc.pre(!isUnclosed(source))
        const chat = parse(source)
        chat.children.push({...turn, value: toContent(content)})
        let value = source + appendTurn(source, {...turn, value: ''})
        for (const [line] of content.matchAll(
          /[^\r\n]*(?:\r\n|[\r\n])|.+$/gsu
        )) {
          value += escapeContent(line)
        }
        expect(bare(parse(value))).toEqual(bare(chat))
      }),
      settings
    )
  })
})
