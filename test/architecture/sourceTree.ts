import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The text of every source file by its path from the root, with forward slashes. Rules see nothing else. */
export type SourceTree = ReadonlyMap<string, string>

/** The folders whose code the rules are about. */
const ROOTS = ['electron', 'renderer', 'shared', 'build', 'test']
const SOURCE = /\.(ts|tsx|mts|cts)$/
/** Data for tests: some of it is code that is wrong on purpose. */
const FIXTURES = /^test\/fixtures\//

/** Reads the project as it lies on disk. */
export function readSourceTree(root: string): SourceTree {
  const tree = new Map<string, string>()
  for (const folder of ROOTS) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name)
      const name = path.relative(root, file).split(path.sep).join('/')
      if (entry.isFile() && SOURCE.test(name) && !FIXTURES.test(name))
        tree.set(name, readFileSync(file, 'utf8'))
    }
  }
  return tree
}

/** Makes a tree out of a literal, for tests that show a rule bite. */
export function fakeTree(files: Readonly<Record<string, string>>): SourceTree {
  return new Map(Object.entries(files))
}

/** Whether a path lies in a folder or is that very file. */
export function isWithin(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`)
}
