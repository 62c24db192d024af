import { Worker } from 'node:worker_threads'
import type { RateSheet } from '#shared/importing/rates/rateSeries'
import { err, type Result } from '#shared/result'
import { type CpuMeter, cpuMeter, watchCpu } from './cpuWatch'
import type { PackedResult } from './fileReading'
import type { ImportMessage, ImportTask, ReadFile } from './importWorker'
import { checkFileSize, LIMITS } from './limits'
import type { PackedPage } from './recordPages'

/** How to run a reading. `worker` is the built importWorker; the caller knows where the bundler puts it. */
export interface ImportJobOptions {
  readonly worker: string | URL
  readonly task: ImportTask
  /** Nobody else reads the bytes: they go over to the worker instead of being copied. */
  readonly givesBytes?: boolean
  readonly onProgress?: (done: number, total: number) => void
  /** Milliseconds of processor time until the worker is ended; the limit of `LIMITS` unless given. */
  readonly cpuMs?: number
  /** What measures them; the worker's own time unless given. */
  readonly meter?: CpuMeter
}

/** A reading under way. */
export interface ImportJob<R = PackedResult> {
  /** Always fulfilled: `import.cancelled`, `import.tooSlow` and `import.outOfMemory` are results too. */
  readonly result: Promise<R>
  /** Ends the worker at once. Reading writes nothing, so nothing is half done. */
  readonly cancel: () => void
}

/** Reads a file in a worker thread with limits on time and memory. */
export function startImport(options: ImportJobOptions): ImportJob {
  const pages: PackedPage[] = []
  const job = startReading<ReadFile>(options, (page) => pages.push(page))
  const packed = (read: ReadFile | Failed): PackedResult =>
    read.ok ? { ok: true, value: { ...read.value, pages } } : read
  return { result: job.result.then(packed), cancel: job.cancel }
}

/** Reads a table of exchange rates in the same way. */
export function startRates(options: ImportJobOptions): ImportJob<Result<RateSheet>> {
  return startReading<Result<RateSheet>>({ ...options, task: { ...options.task, rates: true } })
}

type Failed = ReturnType<typeof err>

// The worker answers what its task asked for: a file's reading, or its rates.
function startReading<R extends ReadFile | Result<RateSheet>>(
  options: ImportJobOptions,
  onPage: (page: PackedPage) => void = () => undefined,
): ImportJob<R | Failed> {
  const size = checkFileSize(options.task.bytes.length)
  if (!size.ok) return { result: Promise.resolve(size), cancel: () => undefined }
  const worker = new Worker(options.worker, {
    workerData: options.task,
    transferList: options.givesBytes === true ? ownBuffer(options.task.bytes) : [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb },
  })
  let finish: (result: R | Failed) => void = () => undefined
  const result = new Promise<R | Failed>((resolve) => {
    finish = resolve
  })
  const { cpuMs = LIMITS.cpuMs, meter = cpuMeter(worker) } = options
  const unwatch = watchCpu(meter, { cpuMs, wallMs: LIMITS.wallMs }, () =>
    end(err('import.tooSlow', { seconds: Math.round(cpuMs / 1000) })),
  )
  const end = (value: R | Failed) => {
    unwatch()
    finish(value)
    worker.terminate().catch(() => undefined)
  }
  worker.on('message', (message: ImportMessage) => {
    if (message.type === 'progress') options.onProgress?.(message.done, message.total)
    else if (message.type === 'page') onPage(message.page)
    else end(message.result as R)
  })
  worker.on('error', (error: Error & { code?: string }) =>
    end(err(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'import.outOfMemory' : 'import.workerFailed')),
  )
  worker.on('exit', () => end(err('import.workerFailed')))
  return { result, cancel: () => end(err('import.cancelled')) }
}

/** The buffer of bytes that are all of it; a part of one that others share can only be copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
