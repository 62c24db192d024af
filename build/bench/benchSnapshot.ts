import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { TABLE_NAMES } from '#shared/records/tables'
import { launchApp } from '../launchApp'
import { answer, backUp, openCopy } from './backupSteps'
import { readRows, writeRows } from './bareRows'
import { addDexieExport, exportByDexie, importByDexie } from './dexieExport'
import { keptNotebook } from './keptNotebook'
import { inMegabytes, memoryOf, watchMemory } from './memory'
import { type Ratio, ratioOf } from './statistics'
import { timed } from './timed'
import { untilAtRest } from './untilAtRest'
import { untilState } from './untilState'

/** For a hang, not for speed. */
const LIMIT_MS = 3_600_000
/** What a snapshot holds. */
const TABLES = [...TABLE_NAMES, 'changeLog']

/**
 * A backup of a notebook, from the press of the button until it is written, read back and checked, against reading the same
 * rows bare; then taking it over into an empty notebook, the check before it included, once, against writing them bare. dexie-export-import does both
 * beside it in the same window. Sizes and the most memory that all processes took are said on the way.
 */
export async function benchSnapshot(
  customers: number,
  count: number,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-snapshot-'))
  try {
    const userData = path.join(folder, 'full')
    await cp((await keptNotebook(customers)).userData, userData, { recursive: true })
    const rounds = await snapshotRounds(userData, count, say)
    const file = path.join(folder, 'taken.orchard')
    await cp(await newestSnapshot(userData), file)
    const restored = await restoreRound(path.join(folder, 'empty'), file, say)
    const of = (control: 'read' | 'dexie') =>
      rounds.map((round) => ({ measured: round.backup, control: round[control] }))
    return [
      ratioOf(`backup of ${customers} customers, checked, against reading the rows`, of('read')),
      ratioOf(`the same against dexie-export-import, which checks nothing`, of('dexie')),
      ratioOf(`restore of it against the raw write`, [{ measured: restored.taken, control: restored.bare }]),
      ratioOf(`the same against dexie-export-import`, [
        { measured: restored.taken, control: restored.dexie },
      ]),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function snapshotRounds(userData: string, count: number, say: (line: string) => void) {
  const rounds: { backup: number; read: number; dexie: number }[] = []
  for (let round = 0; round < count; round += 1) {
    const { app, page } = await launchApp(userData)
    await untilState(page, 'ready')
    await untilAtRest(userData)
    await addDexieExport(page)
    const read = await readRows(page, TABLES)
    await page.keyboard.press('Control+9')
    const before = memoryOf(userData)
    const ours = watchMemory(userData)
    const backup = await timed(() => backUp(page))
    const peak = ours.stop()
    await untilAtRest(userData)
    const beforeTheirs = memoryOf(userData)
    const theirs = watchMemory(userData)
    const dexie = await exportByDexie(page, TABLES)
    const theirPeak = theirs.stop()
    const { size } = await stat(await newestSnapshot(userData))
    rounds.push({ backup, read: read.elapsedMs, dexie: dexie.elapsedMs })
    say(
      `round ${round + 1}: ${read.rows} rows read in ${Math.round(read.elapsedMs)} ms; backup ${Math.round(backup)} ms, ` +
        `${size} bytes; dexie-export-import ${Math.round(dexie.elapsedMs)} ms, ${dexie.bytes} bytes ` +
        `(${(size / dexie.bytes).toFixed(2)}x); memory ${inMegabytes(before)} before, at most ${inMegabytes(peak)}, ` +
        `${inMegabytes(beforeTheirs)} and at most ${inMegabytes(theirPeak)} for dexie-export-import`,
    )
    await app.close()
  }
  return rounds
}

/** Takes a file over into a notebook in which nothing is, and then writes the same rows bare and by the peer. */
async function restoreRound(userData: string, file: string, say: (line: string) => void) {
  const { app, page } = await launchApp(userData)
  await untilState(page, 'ready')
  await answer(app, file)
  await page.keyboard.press('Control+9')
  await openCopy(page)
  const before = memoryOf(userData)
  const memory = watchMemory(userData)
  const taken = await timed(() => restore(page))
  const peak = memory.stop()
  await untilAtRest(userData)
  const bare = await writeRows(page, TABLES)
  await addDexieExport(page)
  await exportByDexie(page, TABLES)
  const dexie = await importByDexie(page)
  say(
    `taken over in ${Math.round(taken)} ms; ${bare.rows} rows written bare in ${Math.round(bare.elapsedMs)} ms, by ` +
      `dexie-export-import in ${Math.round(dexie)}; memory ${inMegabytes(before)} before, at most ${inMegabytes(peak)}`,
  )
  await app.close()
  return { taken, bare: bare.elapsedMs, dexie }
}

async function restore(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter', { timeout: LIMIT_MS })
  await page.getByText(/The notebook is as it was on/).waitFor({ timeout: LIMIT_MS })
  await untilState(page, 'ready')
}

async function newestSnapshot(userData: string): Promise<string> {
  const folder = path.join(userData, NOTEBOOK_FOLDER, 'snapshots')
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = path.join(folder, name)
      return { file, at: (await stat(file)).mtimeMs }
    }),
  )
  const [newest] = files.sort((a, b) => b.at - a.at)
  if (newest === undefined) throw new Error('no snapshot was taken')
  return newest.file
}
