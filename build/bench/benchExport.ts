import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { launchApp } from '../launchApp'
import { readRows } from './bareRows'
import { endAtOnce } from './endAtOnce'
import { keptNotebook } from './keptNotebook'
import { inMegabytes, memoryOf, watchMemory } from './memory'
import { type Ratio, ratioOf } from './statistics'
import { untilAtRest } from './untilAtRest'
import { untilState } from './untilState'

/** For a hang, not for speed. */
const LIMIT_MS = 1_800_000

/**
 * All customers and their people as a spreadsheet, from the press of the button to the verified file, against reading
 * the same rows bare out of the same browser's database. The size of the file and the most memory that the app took are
 * said on the way.
 */
export async function benchExport(
  customers: number,
  rounds: number,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const { userData } = await keptNotebook(customers)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'orchard-bench-export-'))
  const pairs: { measured: number; control: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const file = path.join(folder, `round-${round}.xlsx`)
    const { app, page } = await launchApp(userData)
    await untilState(page, 'ready')
    await untilAtRest(userData)
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    }, file)
    const control = await readRows(page, ['customers', 'people'])
    const before = memoryOf(userData)
    const memory = watchMemory(userData)
    const measured = await exportEverybody(page)
    const peak = memory.stop()
    const { size } = await stat(file)
    say(
      `round ${round + 1}: ${customers} customers in ${Math.round(measured)} ms, ${(size / 1024 / 1024).toFixed(1)} MB; ` +
        `${control.rows} rows read bare in ${Math.round(control.elapsedMs)} ms; memory ${inMegabytes(before)} before, ` +
        `at most ${inMegabytes(peak)}`,
    )
    pairs.push({ measured, control: control.elapsedMs })
    await endAtOnce(app, userData)
  }
  await rm(folder, { recursive: true, force: true })
  return [ratioOf(`XLSX of ${customers} customers and their people against reading the rows`, pairs)]
}

async function exportEverybody(page: Page): Promise<number> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const save = dialog.getByRole('button', { name: 'Choose a place and save' })
  // The rows are counted first; the button waits for that.
  await dialog.getByText(/^[\d,]+ rows$/).waitFor({ timeout: LIMIT_MS })
  const begun = performance.now()
  await save.click()
  await dialog.getByText(/^Saved: /).waitFor({ timeout: LIMIT_MS })
  return performance.now() - begun
}
