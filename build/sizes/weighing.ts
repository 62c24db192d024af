/** A chunk of a bundle as it was written. */
export interface WeighedChunk {
  readonly bundle: string
  readonly fileName: string
  readonly isEntry: boolean
  /** As it lies on the disk. */
  readonly bytes: number
  /** File names of what is loaded with it. */
  readonly imports: readonly string[]
  /** What it was made of, before it was made smaller. */
  readonly modules: readonly { readonly id: string; readonly renderedLength: number }[]
}

/** What a package, or our own code, costs: bytes of written code. */
export interface PackageCost {
  readonly name: string
  /** Read before anybody can do anything. */
  readonly atStart: number
  /** Read when it is needed. */
  readonly later: number
}

/** Our own code, in the table of packages. */
export const OURS = 'Orchard'

/** The chunks that are read with the entries of these names, and all that is loaded with them. */
export function startingChunks(chunks: readonly WeighedChunk[], entries: readonly RegExp[]): WeighedChunk[] {
  const byName = new Map(chunks.map((chunk) => [`${chunk.bundle}/${chunk.fileName}`, chunk]))
  const reached = new Set<WeighedChunk>()
  const open = chunks.filter(
    ({ isEntry, fileName }) => isEntry && entries.some((entry) => entry.test(fileName)),
  )
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (reached.has(chunk)) continue
    reached.add(chunk)
    for (const name of chunk.imports) {
      const next = byName.get(`${chunk.bundle}/${name}`)
      if (next !== undefined) open.push(next)
    }
  }
  return [...reached]
}

/**
 * What each package costs, the dearest at the start first. A chunk's bytes are shared out by what its modules came to
 * before they were made smaller, since nobody can tell apart what is written in one line.
 */
export function packageCosts(
  chunks: readonly WeighedChunk[],
  atStart: ReadonlySet<WeighedChunk>,
): PackageCost[] {
  const costs = new Map<string, { atStart: number; later: number }>()
  for (const chunk of chunks) {
    const whole = chunk.modules.reduce((sum, { renderedLength }) => sum + renderedLength, 0)
    for (const { id, renderedLength } of chunk.modules) {
      if (renderedLength === 0) continue
      const name = packageOf(id)
      const cost = costs.get(name) ?? { atStart: 0, later: 0 }
      cost[atStart.has(chunk) ? 'atStart' : 'later'] += (chunk.bytes * renderedLength) / whole
      costs.set(name, cost)
    }
  }
  return [...costs]
    .map(([name, cost]) => ({ name, atStart: Math.round(cost.atStart), later: Math.round(cost.later) }))
    .sort((a, b) => b.atStart - a.atStart || b.later - a.later || (a.name < b.name ? -1 : 1))
}

/** `@scope/name` or `name` of the innermost package that a module lies in. */
export function packageOf(id: string): string {
  const found = [...id.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1]
  return found ?? OURS
}
