import { expect, test } from 'vitest'
import { startImport } from '../../../electron/files/import/importJob'
import { countRecords } from '../../../electron/files/import/recordPages'

const worker = new URL('./importWorkerLoader.mjs', import.meta.url)

function people(count: number): Uint8Array {
  const row = (at: number) =>
    `Person ${at},Company ${at},p${at}@c${at}.example,+1 202-555-${String(at % 10_000).padStart(4, '0')}`
  return Buffer.from(
    `Name,Company,Email,Phone\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`,
  )
}

test('reads 20,000 rows in a worker and tells how far it is', async () => {
  const steps: number[] = []
  const task = { bytes: people(20_000), fileName: 'people.csv', overrides: {} }
  const job = startImport({ worker, task, onProgress: (done) => steps.push(done) })
  const result = await job.result
  expect(result.ok && countRecords(result.value.pages)).toBe(20_000)
  expect(steps.at(-1)).toBe(20_000)
  expect(steps.length).toBeGreaterThan(10)
})

test('cancel ends it at once', async () => {
  const job = startImport({
    worker,
    task: { bytes: people(50_000), fileName: 'a.csv', overrides: {} },
  })
  job.cancel()
  expect(await job.result).toEqual({ ok: false, error: { code: 'import.cancelled' } })
})

test('a reading that takes too much of the processor is ended', async () => {
  const job = startImport({
    worker,
    cpuMs: 1,
    task: { bytes: people(50_000), fileName: 'a.csv', overrides: {} },
  })
  expect(await job.result).toMatchObject({ ok: false, error: { code: 'import.tooSlow' } })
})

test('one that waits for other programs is not: only its own work counts', async () => {
  const job = startImport({
    worker,
    cpuMs: 1,
    meter: () => Promise.resolve(0),
    task: { bytes: people(500), fileName: 'a.csv', overrides: {} },
  })
  const result = await job.result
  expect(result.ok && countRecords(result.value.pages)).toBe(500)
})

test('a thread that nobody can measure is not taken for a slow one', async () => {
  const job = startImport({
    worker,
    cpuMs: 1,
    meter: () => Promise.resolve(undefined),
    task: { bytes: people(500), fileName: 'a.csv', overrides: {} },
  })
  expect((await job.result).ok).toBe(true)
})
