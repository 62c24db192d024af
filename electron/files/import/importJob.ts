import { Worker } from 'node:worker_threads'
import { err } from '#shared/result'
import { type CpuMeter, cpuMeter, watchCpu } from './cpuWatch'
import type { FileResult } from './fileReading'
import type { ImportMessage, ImportTask } from './importWorker'
import { checkFileSize, LIMITS } from './limits'

/** How to run a reading. `worker` is the built importWorker; the caller knows where the bundler puts it. */
export interface ImportJobOptions {
  readonly worker: string | URL
  readonly task: ImportTask
  readonly onProgress?: (done: number, total: number) => void
  /** Milliseconds of processor time until the worker is ended; the limit of `LIMITS` unless given. */
  readonly cpuMs?: number
  /** What measures them; the worker's own time unless given. */
  readonly meter?: CpuMeter
}

/** A reading under way. */
export interface ImportJob {
  /** Always fulfilled: `import.cancelled`, `import.tooSlow` and `import.outOfMemory` are results too. */
  readonly result: Promise<FileResult>
  /** Ends the worker at once. Reading writes nothing, so nothing is half done. */
  readonly cancel: () => void
}

/** Reads a file in a worker thread with limits on time and memory. */
export function startImport(options: ImportJobOptions): ImportJob {
  const size = checkFileSize(options.task.bytes.length)
  if (!size.ok) return { result: Promise.resolve(size), cancel: () => undefined }
  const worker = new Worker(options.worker, {
    workerData: options.task,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb },
  })
  let finish: (result: FileResult) => void = () => undefined
  const result = new Promise<FileResult>((resolve) => {
    finish = resolve
  })
  const { cpuMs = LIMITS.cpuMs, meter = cpuMeter(worker) } = options
  const unwatch = watchCpu(meter, { cpuMs, wallMs: LIMITS.wallMs }, () =>
    end(err('import.tooSlow', { seconds: Math.round(cpuMs / 1000) })),
  )
  const end = (value: FileResult) => {
    unwatch()
    finish(value)
    worker.terminate().catch(() => undefined)
  }
  worker.on('message', (message: ImportMessage) => {
    if (message.type === 'progress') options.onProgress?.(message.done, message.total)
    else end(message.result)
  })
  worker.on('error', (error: Error & { code?: string }) =>
    end(err(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'import.outOfMemory' : 'import.workerFailed')),
  )
  worker.on('exit', () => end(err('import.workerFailed')))
  return { result, cancel: () => end(err('import.cancelled')) }
}
