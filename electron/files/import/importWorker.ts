import { parentPort, workerData } from 'node:worker_threads'
import type { ImportRecord } from '#shared/importing/importRecord'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import type { ImportOverrides } from '#shared/importing/reading'
import { ok, type Result } from '#shared/result'
import type { IsoDate } from '#shared/time/values'
import type { FileResult, PackedReading, PackedResult } from './fileReading'
import { inspectFile, inspectMember } from './inspectFile'
import { readRateFile } from './readRateFile'
import { type PackedPage, RecordPacker } from './recordPages'

/** What the parent hands over as `workerData`. One worker reads one file and ends. */
export interface ImportTask {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** `bytes` are an archive, and this member of it is to be read. */
  readonly member?: string
  /** The bytes are a text that somebody pasted. */
  readonly pasted?: boolean
  /** The calendar day on this machine. */
  readonly today?: IsoDate
  readonly overrides: ImportOverrides
  /** The bytes are a table of exchange rates: no customers are looked for. */
  readonly rates?: boolean
}

/** A reading without its records, which have gone before it in pages. */
export type ReadFile = Result<Omit<PackedReading, 'pages'>, Extract<PackedResult, { ok: false }>['error']>

/** What the worker says: progress now and then, records as they are read, the result once. */
export type ImportMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'page'; readonly page: PackedPage }
  | { readonly type: 'done'; readonly result: ReadFile | Result<RateSheet> }

if (parentPort) {
  const port = parentPort
  const task = workerData as ImportTask
  const say = (message: ImportMessage) => port.postMessage(message)
  // The bytes of a page go over; they are not copied.
  const packer = new RecordPacker((page) => port.postMessage({ type: 'page', page }, [page.deflated.buffer]))
  const handOver = (read: FileResult): ReadFile => {
    if (!read.ok) return read
    const { records, ...rest } = read.value
    packer.add(records)
    packer.finish()
    return ok(rest)
  }
  const hints = {
    fileName: task.fileName,
    ...(task.pasted === true ? { pasted: true } : {}),
    ...(task.today === undefined ? {} : { today: task.today, year: Number(task.today.slice(0, 4)) }),
    onProgress: (done: number, total: number) => say({ type: 'progress', done, total }),
    takeRecords: (records: readonly ImportRecord[]) => packer.add(records),
  }
  const { bytes, member, overrides } = task
  const reading: Promise<ReadFile | Result<RateSheet>> =
    task.rates === true
      ? readRateFile(bytes, task.fileName)
      : member === undefined
        ? inspectFile(bytes, hints, overrides).then(handOver)
        : inspectMember(bytes, member, hints, overrides).then(handOver)
  void reading.then((result) => say({ type: 'done', result }))
}
