import { existsSync, readFileSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { OUT, ROOT } from '../project'
import { runScript } from '../runProcess'

/** Which packages they are, with a lockfile of their own: nobody who builds the product has to fetch them. */
const NAMED = path.join(ROOT, 'build/bench/peers')
const INSTALLED = path.join(OUT, 'bench-peers')
const LOCK = 'package-lock.json'
/** npm writes it last. */
const DONE = 'node_modules/.package-lock.json'

/** Installs what the bench measures against, if that was not done before. Throws where it can't be had. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  if (isInstalled()) return
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new Error('the packages to compare with are installed by "npm run bench"')
  say('installing the packages to compare with')
  await rm(INSTALLED, { recursive: true, force: true })
  await cp(NAMED, INSTALLED, { recursive: true })
  const { code, output } = await runScript(npm, [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--prefix',
    INSTALLED,
  ])
  if (code !== 0) throw new Error(`the packages to compare with could not be installed:\n${output}`)
}

/** A peer as Node loads it; the caller says what of it is used. */
export async function importPeer<T>(name: string): Promise<T> {
  const { resolve } = createRequire(path.join(INSTALLED, 'package.json'))
  return (await import(pathToFileURL(resolve(name)).href)) as T
}

/** The text of a peer's script, for a window that loads it. */
export function peerScript(file: string): Promise<string> {
  return readFile(path.join(INSTALLED, 'node_modules', file), 'utf8')
}

function isInstalled(): boolean {
  if (!existsSync(path.join(INSTALLED, DONE))) return false
  return readFileSync(path.join(INSTALLED, LOCK), 'utf8') === readFileSync(path.join(NAMED, LOCK), 'utf8')
}
