import { arch, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { SupportFacts } from '#shared/ipc/health'
import { readWhole } from '../files/durableWrite'
import type { FsPort } from '../files/fsPort'
import { ownLogLines } from './ownLogLines'

/** Where the facts are read. */
export interface SupportSources {
  readonly fs: FsPort
  readonly logFolder: string
  readonly notebookFolder: string
  readonly version: string
  readonly platform: NodeJS.Platform
}

/** Versions, the machine and our own log lines. What can't be read is empty or 0, since this is asked when things fail. */
export async function supportFacts(sources: SupportSources): Promise<SupportFacts> {
  const { fs, logFolder, notebookFolder, version, platform } = sources
  return {
    orchard: version,
    electron: process.versions.electron ?? '',
    chromium: process.versions.chrome ?? '',
    node: process.versions.node,
    platform,
    osRelease: release(),
    arch: arch(),
    memoryBytes: totalmem(),
    freeBytes: await fs.freeBytes(notebookFolder).catch(() => 0),
    // The older half of a log that was cut in two comes first.
    log: ownLogLines(
      `${await textOf(fs, join(logFolder, 'orchard.old.log'))}\n${await textOf(fs, join(logFolder, 'orchard.log'))}`,
    ),
  }
}

async function textOf(fs: FsPort, path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readWhole(fs, path))
  } catch {
    return ''
  }
}
