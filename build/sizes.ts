import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildEverything } from './buildSteps'
import { ROOT } from './project'
import { OURS, packageCosts, startingChunks, type WeighedChunk } from './sizes/weighing'
import { SIZES_FOLDER } from './sizes/weighModules'

/**
 * `npm run sizes`: builds the app and lists what is read at its start, what each package costs there and later, and
 * what goes into the package beside Electron itself. `--json FILE` writes the same as JSON, `--all` lists every package.
 */
const { values } = parseArgs({ options: { json: { type: 'string' }, all: { type: 'boolean' } } })
/** Packages that cost less than this are summed up. */
const SMALL_BYTES = 4096
/** What is read before the first screen stands: both processes, the page, and the worker that keeps the index. */
const STARTS = {
  main: [/^main\.cjs$/],
  preload: [/^preload\.cjs$/],
  window: [/index-/],
  worker: [/notebookWorker-/],
} as const

const folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-sizes-'))
process.env[SIZES_FOLDER] = folder
try {
  const built = await buildEverything()
  if (!built.ok) throw new Error(`the build failed: ${built.title}\n${built.output}`)
  const chunks = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as WeighedChunk[],
  )
  report(chunks)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function report(chunks: readonly WeighedChunk[]): void {
  const starts = Object.entries(STARTS).map(([bundle, entries]) => ({
    bundle,
    chunks: startingChunks(
      chunks.filter((chunk) => chunk.bundle === bundle),
      entries,
    ),
  }))
  const start = starts.map((one) => ({ bundle: one.bundle, bytes: bytesOf(one.chunks) }))
  for (const one of starts) if (one.chunks.length === 0) throw new Error(`nothing starts the ${one.bundle}`)
  const packages = packageCosts(chunks, new Set(starts.flatMap((one) => one.chunks)))
  const files = filesOf(path.join(ROOT, 'out')).filter(({ name }) => !name.startsWith('stand-in/'))
  const kinds = [...new Set(files.map(({ name }) => kindOf(name)))]
    .map((kind) => ({ kind, bytes: bytesOf(files.filter(({ name }) => kindOf(name) === kind)) }))
    .sort((a, b) => b.bytes - a.bytes)
  say('Read at the start', [...start, { bundle: 'in all', bytes: bytesOf(start) }], 'bundle', ['bytes'])
  say('What each package costs', shown(packages), 'name', ['atStart', 'later'])
  say('In the package, beside Electron', [...kinds, { kind: 'in all', bytes: bytesOf(kinds) }], 'kind', [
    'bytes',
  ])
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ start, packages, kinds }, null, 2)}\n`)
}

function shown(packages: ReturnType<typeof packageCosts>) {
  if (values.all === true) return packages
  const isSmall = ({ atStart, later, name }: (typeof packages)[number]) =>
    name !== OURS && atStart + later < SMALL_BYTES
  const small = packages.filter(isSmall)
  const sum = (key: 'atStart' | 'later') => small.reduce((all, one) => all + one[key], 0)
  const rest = { name: `${small.length} smaller ones`, atStart: sum('atStart'), later: sum('later') }
  return [...packages.filter((one) => !isSmall(one)), rest]
}

function bytesOf(all: readonly { readonly bytes: number }[]): number {
  return all.reduce((sum, { bytes }) => sum + bytes, 0)
}

function filesOf(at: string): { readonly name: string; readonly bytes: number }[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const found = statSync(path.join(at, name))
    return found.isFile() ? [{ name: name.replaceAll('\\', '/'), bytes: found.size }] : []
  })
}

function kindOf(name: string): string {
  const ending = path.extname(name)
  if (ending === '.woff2') return 'fonts'
  if (['.js', '.cjs', '.mjs'].includes(ending)) return 'code'
  return ending === '.css' ? 'style sheets' : 'other files'
}

function say<T>(title: string, rows: readonly T[], name: keyof T, columns: readonly (keyof T)[]): void {
  const kilobytes = (bytes: unknown) => `${(Number(bytes) / 1024).toFixed(1)} kB`
  const lines = rows.map((row) =>
    [String(row[name]).padEnd(44), ...columns.map((column) => kilobytes(row[column]).padStart(14))].join(''),
  )
  const heads = columns.map((column) => String(column).padStart(14)).join('')
  process.stdout.write(`\n${title.padEnd(44)}${heads}\n${lines.join('\n')}\n`)
}
