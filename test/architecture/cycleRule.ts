import { importGraph } from './imports'
import type { Rule } from './layerRules'
import { isWithin } from './sourceTree'

/**
 * The stand-in mirrors Electron's own objects, which know one another (a window its contents, contents their session,
 * a session its windows): there the types of one object name the next.
 */
const MIRRORS_ELECTRON = 'build/stand-in/module'

/** No file reaches itself through imports, imports of types included. */
export const noCycles: Rule = (tree) => {
  const targets = new Map<string, Set<string>>()
  for (const { from, to } of importGraph(tree).files) {
    if (isWithin(from, MIRRORS_ELECTRON) && isWithin(to, MIRRORS_ELECTRON)) continue
    const known = targets.get(from) ?? new Set<string>()
    targets.set(from, known.add(to))
  }
  return knots(targets).map((files) => `cycle: ${files.sort().join(' <-> ')}`)
}

/** The strongly connected parts of a graph that have more than one file, or a file that imports itself (Tarjan). */
function knots(targets: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []

  const visit = (file: string): number => {
    const index = order.size
    order.set(file, index)
    lowest.set(file, index)
    stack.push(file)
    for (const target of targets.get(file) ?? []) {
      const seen = order.get(target)
      if (seen === undefined) lower(file, visit(target))
      else if (stack.includes(target)) lower(file, seen)
    }
    if (lowest.get(file) === index) {
      const part = stack.splice(stack.indexOf(file))
      if (part.length > 1 || targets.get(file)?.has(file) === true) found.push(part)
    }
    return lowest.get(file) ?? index
  }
  const lower = (file: string, value: number) => lowest.set(file, Math.min(lowest.get(file) ?? value, value))

  for (const file of targets.keys()) if (!order.has(file)) visit(file)
  return found
}
