const delimiter = '<hr class="__chatgpt_plugin">'
const begin = '=begin-chatgpt-md-comment'
const end = '=end-chatgpt-md-comment'

/** Roles that ChatGPT MD looks for, in the order in which it does. */
const roles = ['user', 'assistant', 'developer']

/**
 * Read the messages of a note as ChatGPT MD does, re-implemented plainly: split
 * at the delimiter wherever it stands, cut at `role::`; the line after that has
 * the role, the other lines are the content, and a second `role::` ends it. As
 * in the plugin, role and content are found by a split into lines each.
 *
 * @param {string} value Note without frontmatter.
 * @returns {Array<{role: string, content: string}>}
 */
export function readAsPlugin(value) {
  return value.split(delimiter).map(part => {
    const text = withoutComment(part)
    return text.includes('role::')
      ? {role: toRole(toLines(text)), content: toContent(toLines(text))}
      : {role: 'user', content: text}
  })
}

/** @param {string} text */
function toLines(text) {
  const [, message = ''] = text.split('role::')
  return message.split('\n')
}

/** @param {Array<string>} lines */
function toRole([header = '']) {
  return roles.find(role => header.toLowerCase().includes(role)) ?? ''
}

/** @param {Array<string>} lines */
function toContent(lines) {
  lines.shift()
  return lines.join('\n').trim()
}

/** @param {string} text */
function withoutComment(text) {
  if (!text.includes(begin) || !text.includes(end)) return text
  const [before = '', rest = ''] = text.split(begin)
  return before + (rest.split(end)[1] ?? '')
}
