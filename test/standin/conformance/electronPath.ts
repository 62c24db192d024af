import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The stand-in's executable; the suite is run from the repository's root. */
export const STAND_IN = resolve('build/stand-in/electron')

/** What the suite runs against: the binary of the environment, a real Electron where there is one, else the stand-in. */
export function electronPath(): string {
  const named = process.env.ORCHARD_ELECTRON
  if (named !== undefined && named !== '') return resolve(named)
  const folder = resolve('node_modules/electron')
  if (!existsSync(join(folder, 'path.txt'))) return STAND_IN
  const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(binary) ? binary : STAND_IN
}

/** Some tests are about what only one of the two does. */
export const isStandIn = electronPath() === STAND_IN
