import path from 'node:path'
import type { SourceTree } from './sourceTree'
import { parseSource } from './syntax'

/** An import that leads to another file of the tree. */
export interface FileEdge {
  readonly from: string
  readonly to: string
  readonly line: number
}

/** An import that leads out of the tree: a package, `electron`, a part of Node. */
export interface PackageEdge {
  readonly from: string
  /** The package's name without the path inside it; `node:fs` stays whole. */
  readonly name: string
  readonly line: number
}

export interface ImportGraph {
  readonly files: readonly FileEdge[]
  readonly packages: readonly PackageEdge[]
}

const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx']

const graphs = new WeakMap<SourceTree, ImportGraph>()

/** All imports of a tree. A relative import that leads to no source file (a style sheet, an image) is left out. */
export function importGraph(tree: SourceTree): ImportGraph {
  const known = graphs.get(tree)
  if (known !== undefined) return known
  const files: FileEdge[] = []
  const packages: PackageEdge[] = []
  for (const [from, text] of tree) {
    for (const { specifier, line } of parseSource(from, text).imports) {
      const target = targetPath(from, specifier)
      if (target === undefined) packages.push({ from, name: packageName(specifier), line })
      else {
        const to = ENDINGS.map((ending) => target + ending).find((candidate) => tree.has(candidate))
        if (to !== undefined) files.push({ from, to, line })
      }
    }
  }
  const graph = { files, packages }
  graphs.set(tree, graph)
  return graph
}

/** Where a specifier points inside the project, before the file ending is known; undefined for a package. */
function targetPath(from: string, specifier: string): string | undefined {
  const plain = specifier.split('?')[0] ?? specifier
  if (plain.startsWith('#shared/')) return plain.replace('#shared/', 'shared/')
  if (plain.startsWith('.')) return path.posix.normalize(`${path.posix.dirname(from)}/${plain}`)
  return undefined
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
