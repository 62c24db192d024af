import { parentPort, workerData } from 'node:worker_threads'
import type { ImportOverrides } from '#shared/importing/reading'
import type { IsoDate } from '#shared/time/values'
import type { FileResult } from './fileReading'
import { inspectFile, inspectMember } from './inspectFile'

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
}

/** What the worker says: progress now and then, the result once. */
export type ImportMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: FileResult }

if (parentPort) {
  const port = parentPort
  const task = workerData as ImportTask
  const say = (message: ImportMessage) => port.postMessage(message)
  const hints = {
    fileName: task.fileName,
    ...(task.pasted === true ? { pasted: true } : {}),
    ...(task.today === undefined ? {} : { today: task.today, year: Number(task.today.slice(0, 4)) }),
    onProgress: (done: number, total: number) => say({ type: 'progress', done, total }),
  }
  const { bytes, member, overrides } = task
  const reading =
    member === undefined
      ? inspectFile(bytes, hints, overrides)
      : inspectMember(bytes, member, hints, overrides)
  void reading.then((result) => say({ type: 'done', result }))
}
