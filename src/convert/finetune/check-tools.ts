import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {type FinetuneTarget, styles} from './styles.ts'

type Path = Array<number | string>
type Message = Record<string, unknown>

interface Check {
  target: FinetuneTarget
  report: (path: Path, reason: string) => void
}

/** Report calls that no message after them answers, and results of none. */
export function checkTools(
  messages: ReadonlyArray<Message>,
  path: Path,
  {target, report}: Check
): void {
  if (!styles[target].tools) return
  let open = new Map<unknown, Path>()
  messages.forEach((message, index) => {
    const {role, tool_call_id: id, tool_calls: calls} = message
    const place = [...path, index]
    if (role === 'tool') {
      if (!open.delete(id)) {
        report(
          [...place, 'tool_call_id'],
          `Unexpected result of \`${id}\`, which no call before it has`
        )
      }
      return
    }
    reportOpen(open, report)
    open = listCalls(calls, [...place, 'tool_calls'], {target, report})
  })
  reportOpen(open, report)
}

function reportOpen(
  open: ReadonlyMap<unknown, Path>,
  report: Check['report']
): void {
  for (const [id, path] of open) {
    report(path, `Missing the result of the call \`${id}\``)
  }
}

function listCalls(
  calls: unknown,
  path: Path,
  {target, report}: Check
): Map<unknown, Path> {
  const open = new Map<unknown, Path>()
  if (!isArray(calls)) return open
  const {isId} = styles[target]
  calls.forEach((call, index) => {
    const place = [...path, index]
    const id = isPlainObject(call) ? call.id : undefined
    if (typeof id !== 'string' || (isId && !isId(id))) {
      const reason = isId ? 'Expected 9 letters or digits' : 'Expected a string'
      report([...place, 'id'], reason)
    }
    open.set(id, place)
  })
  return open
}
