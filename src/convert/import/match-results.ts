/** A call that waits for its result. */
export interface OpenCall {
  /** Identifier, if the export has one. */
  id?: string | undefined
  /** Name of the tool. */
  name: string
  /** Whether a document stands in its place. */
  isDocument?: boolean | undefined
}

/** Finds the call of a result. */
export interface ResultMatcher {
  /** Remember a call. */
  add: (call: OpenCall) => void
  /** Find the call with this id; without an id, the first that still waits. */
  take: (id: string | undefined) => OpenCall | undefined
}

/** Match results with calls, by their ids or else by their order. */
export function createResultMatcher(): ResultMatcher {
  const byId = new Map<string, OpenCall>()
  const waiting: Array<OpenCall> = []
  let next = 0
  return {
    add(call) {
      if (call.id === undefined) waiting.push(call)
      else byId.set(call.id, call)
    },
    take(id) {
      return id === undefined ? waiting[next++] : byId.get(id)
    }
  }
}
