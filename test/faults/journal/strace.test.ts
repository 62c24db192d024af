import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bundleWriter,
  checkFolder,
  makeWorkFolder,
  newLedger,
  removeWorkFolder,
  runWriter,
} from './killedWriter'

const isLong = process.env.ORCHARD_FAULTS === 'long'
const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0

let work = ''
let writer = ''

beforeAll(async () => {
  work = await makeWorkFolder()
  writer = await bundleWriter(work)
})

afterAll(() => removeWorkFolder(work))

/** Where the journal, HEAD and the drafts of a short life go; strace only counts calls on these. */
function pathsIn(folder: string): string[] {
  const numbers = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(6, '0'))
  const segments = numbers.flatMap((n) => [`journal/g0001-${n}.orj`, `journal/g0002-${n}.orj`])
  const others = [
    'LOCK',
    'HEAD.a',
    'HEAD.b',
    'journal',
    'drafts',
    'drafts/draft-note.a',
    'drafts/draft-note.b',
  ]
  return [...segments, ...others, ''].flatMap((name) => ['-P', join(folder, name)])
}

// A long run that skipped this without a word would look like one that passed it.
test.runIf(isLong && process.platform === 'linux')('strace is there for the kills by the kernel', () => {
  expect(hasStrace, 'strace is missing: install it, nothing here was tested').toBe(true)
})

describe.skipIf(!isLong || !hasStrace)('main process killed by the kernel', () => {
  test.each(['openat', 'pwrite64', 'pread64', 'fdatasync', 'fsync', 'ftruncate', 'unlink', 'mkdir', 'close'])(
    'at every %s on the files of the notebook',
    async (syscall) => {
      let kills = 0
      let acks = 0
      const broken: string[] = []
      for (let n = 1; ; n++) {
        const ledger = await newLedger(work)
        // strace counts per thread: with one thread for all file work, n goes through every call.
        const strace = ['strace', '-f', '-qq', '-o', '/dev/null', '-E', 'UV_THREADPOOL_SIZE=1']
        strace.push(...pathsIn(ledger.folder), '-e', `trace=${syscall}`)
        const inject = ['-e', `inject=${syscall}:signal=SIGKILL:when=${n}`]
        const task = { firstCount: 0, rounds: 4, segmentBytes: 2048, plan: { when: 'never' as const } }
        const end = await runWriter(ledger, [...strace, ...inject, process.execPath, writer], task)
        acks += end.acks
        for (const text of await checkFolder(ledger)) broken.push(`${syscall} ${n}: ${text}`)
        await removeWorkFolder(ledger.folder)
        if (!end.wasKilled) break
        kills++
      }
      console.log('strace kill at every', syscall, { kills, acks, lost: broken.length })
      expect(broken).toEqual([])
      // A life that is killed at its first call acknowledges nothing; over all of them entries are saved.
      expect(kills).toBeGreaterThan(0)
      expect(acks).toBeGreaterThan(0)
    },
    600_000,
  )
})
