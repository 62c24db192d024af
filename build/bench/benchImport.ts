import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Papa from 'papaparse'
import { TABLE_NAMES } from '#shared/records/tables'
import { launchApp } from '../launchApp'
import { writeRows } from './bareRows'
import { framesOf, watchFrames } from './frames'
import { importCards, importList } from './importList'
import { inMegabytes, memoryOf, watchMemory } from './memory'
import { type Ratio, ratioOf } from './statistics'
import { timed } from './timed'
import { untilAtRest } from './untilAtRest'
import { untilState } from './untilState'

/** For a hang, not for speed. */
const LIMIT_MS = 1_800_000
const IDLE_MS = 5_000

/**
 * A list taken in through the window, from the chosen file to "is in the notebook", against the least that anybody
 * could do: parsing the same text and putting the same rows, with the same indexes, into a database of the same
 * browser. What lies between is reading, matching, the dry run, the journal and the log of changes. Then undo takes it
 * back. The most memory that the app took for the import, beside what it takes before, is said on the way.
 */
export async function benchImport(
  rows: number,
  rounds: number,
  say: (line: string) => void,
  columns?: number,
): Promise<Ratio[]> {
  const name = columns === undefined ? `${rows} rows` : `${rows} rows of ${columns} columns`
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-import-'))
  const file = path.join(folder, 'list.csv')
  await writeFile(file, importList(rows, columns))
  const whole: { measured: number; control: number }[] = []
  const written: { measured: number; control: number }[] = []
  const undone: { measured: number; control: number }[] = []
  const longest: { measured: number; control: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const userData = path.join(folder, `profile-${round}`)
    const { app, page } = await launchApp(userData)
    await untilState(page, 'ready')
    await untilAtRest(userData)
    const idle = await framesOf(page, IDLE_MS)
    const before = memoryOf(userData)
    const memory = watchMemory(userData)
    const watch = await watchFrames(page)
    const taken = await takeIn(app, page, file)
    const frames = await watch.stop()
    const peak = memory.stop()
    longest.push({ measured: Math.max(...frames), control: Math.max(...idle) })
    const parse = await timed(async () => Papa.parse<string[]>(await readFile(file, 'utf8')))
    const write = await writeRows(page, TABLE_NAMES)
    say(
      `round ${round + 1}: ${rows} rows planned in ${Math.round(taken.plannedMs)} ms, written in ` +
        `${Math.round(taken.writtenMs)} ms; bare: parsed in ${Math.round(parse)} ms, ${write.rows} rows written in ` +
        `${Math.round(write.elapsedMs)} ms`,
    )
    const undoing = watchMemory(userData)
    const undoMs = await takeBack(page)
    say(
      `round ${round + 1}: taken back in ${Math.round(undoMs)} ms; memory ${inMegabytes(before)} before, at most ` +
        `${inMegabytes(peak)} while it came in and ${inMegabytes(undoing.stop())} while it was taken back`,
    )
    undone.push({ measured: undoMs, control: taken.writtenMs })
    whole.push({ measured: taken.plannedMs + taken.writtenMs, control: parse + write.elapsedMs })
    written.push({ measured: taken.writtenMs, control: write.elapsedMs })
    await app.close()
    await rm(userData, { recursive: true, force: true })
  }
  await rm(folder, { recursive: true, force: true })
  return [
    ratioOf(`import of ${name} against bare parse + raw write`, whole),
    ratioOf(`journal and index of that import against the raw write`, written),
    ratioOf(`undo of that import against writing it`, undone),
    ratioOf(`longest frame of the window meanwhile against the longest of an idle one`, longest),
  ]
}

/** What a row of the whole import costs where there are so many times as many, by the first ratio of each. */
export function importGrowth(small: readonly Ratio[], full: readonly Ratio[], times: number): Ratio {
  const measured = (full[0]?.measured ?? Number.NaN) / times
  return ratioOf(`a row of it against one of a list a ${times}th as long`, [
    { measured, control: small[0]?.measured ?? Number.NaN },
  ])
}

/**
 * As many cards taken in through the window in one round and taken back, against putting the same rows bare: what reads
 * cards bare would be a reader of cards. Says how large the file was and what memory it took on the way.
 */
export async function benchCards(cards: number, say: (line: string) => void): Promise<Ratio[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-cards-'))
  const file = path.join(folder, 'contacts.vcf')
  const text = importCards(cards)
  await writeFile(file, text)
  const userData = path.join(folder, 'profile')
  const { app, page } = await launchApp(userData)
  await untilState(page, 'ready')
  const before = memoryOf(userData)
  const coming = watchMemory(userData)
  const taken = await takeIn(app, page, file)
  const peak = coming.stop()
  const write = await writeRows(page, TABLE_NAMES)
  const undoing = watchMemory(userData)
  const undoMs = await takeBack(page)
  say(
    `${cards} cards of ${Math.round(Buffer.byteLength(text) / 1024 ** 2)} MB planned in ${Math.round(taken.plannedMs)} ms, ` +
      `written in ${Math.round(taken.writtenMs)} ms, taken back in ${Math.round(undoMs)} ms; memory ${inMegabytes(before)} before, ` +
      `at most ${inMegabytes(peak)} while they came in and ${inMegabytes(undoing.stop())} while they were taken back`,
  )
  await app.close()
  await rm(folder, { recursive: true, force: true })
  return [
    ratioOf(`import of ${cards} cards against the raw write`, [
      { measured: taken.plannedMs + taken.writtenMs, control: write.elapsedMs },
    ]),
    ratioOf(`undo of those cards against writing them`, [{ measured: undoMs, control: taken.writtenMs }]),
  ]
}

async function takeIn(
  app: ElectronApplication,
  page: Page,
  file: string,
): Promise<{ plannedMs: number; writtenMs: number }> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, file)
  const start = page.getByRole('button', { name: /^Import \d/ })
  const plannedMs = await timed(async () => {
    await page.keyboard.press('Control+i')
    await start.waitFor({ timeout: LIMIT_MS })
  })
  const writtenMs = await timed(async () => {
    await start.click()
    await page.getByRole('heading', { name: /is in the notebook/ }).waitFor({ timeout: LIMIT_MS })
  })
  return { plannedMs, writtenMs }
}

/** Undo of the import, to the moment in which nothing of it is left. */
async function takeBack(page: Page): Promise<number> {
  return timed(async () => {
    await page.keyboard.press('Control+z')
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('heading', { name: /was taken back/ }).waitFor({ timeout: LIMIT_MS })
  })
}
