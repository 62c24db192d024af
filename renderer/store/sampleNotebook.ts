import type { Change, LooseRecord } from '#shared/changes/changeSet'
import type { Result } from '#shared/result'
import type { SampleOptions } from '#shared/sample/generateSampleNotebook'
import type { SampleRow } from '#shared/sample/sampleRecord'
import type { Notebook, Saved } from './notebook'

/** Small enough to look around in, large enough to show what a working notebook feels like. */
const SAMPLE: Omit<SampleOptions, 'asOf'> = { seed: 'orchard', customers: 80 }

/** Puts the fictional notebook into an empty one, as one change that undo takes back whole. */
export async function addSampleNotebook(notebook: Notebook): Promise<Result<Saved | undefined>> {
  const rows = await makeSample({ ...SAMPLE, asOf: notebook.sources.now() })
  return notebook.commit({ label: { key: 'change.sample' }, origin: 'sample' }, (): Change[] =>
    rows.map(({ table, record }) => ({ table, id: record.id, after: record as unknown as LooseRecord })),
  )
}

function makeSample(options: SampleOptions): Promise<readonly SampleRow[]> {
  const worker = new Worker(new URL('../workers/sampleWorker.ts', import.meta.url), { type: 'module' })
  return new Promise<readonly SampleRow[]>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<readonly SampleRow[]>) => resolve(event.data)
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(options)
  }).finally(() => worker.terminate())
}
