import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchApp } from '../launchApp'
import { makeNotebook } from './makeNotebook'
import { type Ratio, ratioOf } from './statistics'

const ROUNDS = 5

/** From starting the process to a window whose index has caught up, full notebooks against an empty one. */
export async function benchOpen(sizes: readonly number[], say: (line: string) => void): Promise<Ratio[]> {
  const folders = new Map<number, string>()
  for (const size of [0, ...sizes]) {
    const folder = await mkdtemp(path.join(os.tmpdir(), `orchard-bench-${size}-`))
    folders.set(size, folder)
    if (size > 0) {
      const { records } = await makeNotebook(folder, size)
      const built = await openOnce(folder)
      say(`${size} customers: ${records} records, index built from the journal in ${Math.round(built)} ms`)
    } else await openOnce(folder)
  }
  const rounds = new Map<number, { measured: number; control: number }[]>(sizes.map((size) => [size, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    const control = await openOnce(folders.get(0) ?? '')
    for (const size of sizes) {
      rounds.get(size)?.push({ measured: await openOnce(folders.get(size) ?? ''), control })
    }
  }
  for (const folder of folders.values()) await rm(folder, { recursive: true, force: true })
  return sizes.map((size) =>
    ratioOf(`cold open at ${size} customers against an empty notebook`, rounds.get(size) ?? []),
  )
}

async function openOnce(userData: string): Promise<number> {
  const start = performance.now()
  const { app, page } = await launchApp(userData)
  await page.waitForFunction(() => document.documentElement.dataset.appState === 'ready', undefined, {
    timeout: 3_600_000,
  })
  const elapsed = performance.now() - start
  await app.close()
  return elapsed
}
