// In: messages that name their parents. Out: the branches, as lists of keys from
// the first message to the last, and the messages on none of them. Parents may be
// missing or form rings; each message is looked at a fixed number of times.

/** A message that names its parent. */
export interface BranchNode {
  /** Key of the message before it; any other string if there is none. */
  parent?: string | null | undefined
  /** When it was written; of two branches the newer is taken. */
  time?: number | undefined
}

/** Branches of a conversation. */
export interface Branches {
  /** Those that were asked for; the one that is shown is the first. */
  taken: Array<Array<string>>
  /** The messages that only other branches have, a list for each. */
  dropped: Array<Array<string>>
}

/**
 * Find the branches of a conversation.
 *
 * @param current
 *   Key of the last message that is shown; if there is none, the newest branch
 *   is taken.
 * @param all
 *   Whether each branch is taken.
 */
export function findBranches(
  nodes: ReadonlyMap<string, BranchNode>,
  current: string | null | undefined,
  all: boolean
): Branches {
  const leaves = listLeaves(nodes)
  const chosen =
    current != null && nodes.has(current) ? current : findNewest(leaves, nodes)
  const others = leaves.filter(leaf => leaf !== chosen)
  const taken =
    chosen === undefined ? [] : [climb(chosen, nodes, new Set<string>())]
  const seen = new Set(taken.flat())
  const rest = others.map(leaf => climb(leaf, nodes, seen))
  if (!all) return {taken, dropped: [...rest, ...listRest(nodes, seen)]}
  const whole = others.map(leaf => climb(leaf, nodes, new Set()))
  // Note: a message that others follow ends no branch of its own.
  const isInner = whole.some(
    path => chosen !== undefined && path.includes(chosen)
  )
  return {
    taken: [...(isInner ? [] : taken), ...whole],
    dropped: listRest(nodes, seen)
  }
}

function listLeaves(nodes: ReadonlyMap<string, BranchNode>): Array<string> {
  const parents = new Set<unknown>()
  for (const {parent} of nodes.values()) parents.add(parent)
  return [...nodes.keys()].filter(key => !parents.has(key))
}

function findNewest(
  leaves: ReadonlyArray<string>,
  nodes: ReadonlyMap<string, BranchNode>
): string | undefined {
  let newest: string | undefined
  let best = -Infinity
  for (const leaf of leaves) {
    const time = nodes.get(leaf)?.time ?? -Infinity
    // Note: of two that are as new, the later in the file.
    if (time < best) continue
    best = time
    newest = leaf
  }
  return newest
}

/** List the keys from the first message to this one, without those seen before. */
function climb(
  leaf: string,
  nodes: ReadonlyMap<string, BranchNode>,
  seen: Set<string>
): Array<string> {
  const path: Array<string> = []
  let key: string | null | undefined = leaf
  while (key != null && nodes.has(key) && !seen.has(key)) {
    seen.add(key)
    path.push(key)
    key = nodes.get(key)?.parent
  }
  return path.reverse()
}

/** List the messages in rings of parents, which no branch leads to. */
function listRest(
  nodes: ReadonlyMap<string, BranchNode>,
  seen: ReadonlySet<string>
): Array<Array<string>> {
  const rest = [...nodes.keys()].filter(key => !seen.has(key))
  return rest.length > 0 ? [rest] : []
}
