import { lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where Chromium keeps the one persistent profile of the app, below sessionData. */
const PROFILE = 'StandInChromium'

/** Chromium's user data folder. */
export function chromiumFolder(sessionData: string): string {
  return join(sessionData, PROFILE)
}

/** The profile in it: IndexedDB, local storage and the rest. */
export function profileFolder(sessionData: string): string {
  return join(sessionData, PROFILE, 'Default')
}

/** Makes the profile visible where Electron has a partition's files, `Partitions/<name>`, and returns that path. */
export function linkPartition(sessionData: string, name: string): string {
  const link = partitionPath(sessionData, name)
  const profile = profileFolder(sessionData)
  mkdirSync(profile, { recursive: true })
  mkdirSync(dirname(link), { recursive: true })
  if (!leadsTo(link, profile)) {
    // A copied folder may have brought a link to where it came from.
    rmSync(link, { recursive: true, force: true })
    symlinkSync(profile, link, 'junction')
  }
  writeFileSync(recordPath(sessionData), name)
  return link
}

/**
 * A partition folder that somebody has removed since the last run is gone with everything in it, as it would be in
 * Electron; only then, before Chromium starts, is the profile deleted.
 */
export function dropRemovedPartition(sessionData: string): void {
  let name: string
  try {
    name = readFileSync(recordPath(sessionData), 'utf8')
  } catch {
    return
  }
  if (!exists(partitionPath(sessionData, name)))
    rmSync(profileFolder(sessionData), { recursive: true, force: true })
}

function partitionPath(sessionData: string, name: string): string {
  return join(sessionData, 'Partitions', encodeURIComponent(name))
}

function recordPath(sessionData: string): string {
  return join(sessionData, PROFILE, 'Partition')
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function leadsTo(link: string, target: string): boolean {
  try {
    return realpathSync(link) === realpathSync(target)
  } catch {
    return false
  }
}
