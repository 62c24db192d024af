import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OUT, ROOT } from './project'

/** Everything a build is made from. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'build/stand-in',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const PRODUCTS = ['main/main.cjs', 'preload/preload.cjs', 'renderer/index.html', 'stand-in/launch.cjs']
const STAMP = path.join(OUT, 'built.json')

/** Whether `out/` holds a whole build that is newer than every source, folders included (a deleted file changes its folder). */
export function isBuildFresh(): boolean {
  if (!PRODUCTS.every((product) => existsSync(path.join(OUT, product)))) return false
  const begunAt = readStamp()
  return begunAt !== undefined && SOURCES.every((source) => newestChange(path.join(ROOT, source)) < begunAt)
}

/** Notes that a build succeeded. The moment it began counts: what was edited meanwhile may not be in it. */
export function stampBuild(begunAt: number): void {
  mkdirSync(OUT, { recursive: true })
  writeFileSync(STAMP, JSON.stringify({ begunAt }))
}

function readStamp(): number | undefined {
  try {
    const { begunAt } = JSON.parse(readFileSync(STAMP, 'utf8')) as { begunAt?: unknown }
    return typeof begunAt === 'number' ? begunAt : undefined
  } catch {
    return undefined
  }
}

function newestChange(place: string): number {
  const stats = statSync(place)
  if (!stats.isDirectory()) return stats.mtimeMs
  const inside = readdirSync(place).map((name) => newestChange(path.join(place, name)))
  return Math.max(stats.mtimeMs, ...inside)
}
