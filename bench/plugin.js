const delimiter = '<hr class="__chatgpt_plugin">'
const begin = '=begin-chatgpt-md-comment'
const end = '=end-chatgpt-md-comment'

/** Roles that ChatGPT MD looks for, in the order in which it does. */
const roles = ['user', 'assistant', 'developer']

/**
 * Read the messages of a note in the way of ChatGPT MD (`FORMAT.md` §9, §10),
 * re-implemented plainly: split at the delimiter wherever it stands, cut at
 * `role::`, the first line after it has the role, the other lines are the
 * content, and a second `role::` ends it.
 *
 * @param {string} value Note without frontmatter.
 * @returns {Array<{role: string, content: string}>}
 */
export function readAsPlugin(value) {
  return value
    .split(delimiter)
    .map(part => toMessage(part))
    .map(({role, content}) => ({role, content: withoutComment(content)}))
}

/** @param {string} part */
function toMessage(part) {
  if (!part.includes('role::')) return {role: 'user', content: part.trim()}
  const [header = '', ...lines] = (part.split('role::')[1] ?? '').split('\n')
  const role = roles.find(role => header.toLowerCase().includes(role))
  return {role: role ?? '', content: lines.join('\n').trim()}
}

/** @param {string} content */
function withoutComment(content) {
  if (!content.includes(begin) || !content.includes(end)) return content
  const [before = '', rest = ''] = content.split(begin)
  return before + (rest.split(end)[1] ?? '')
}
